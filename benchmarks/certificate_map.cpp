// SPDX-License-Identifier: Apache-2.0
// Where the regions, binades and monotone sections of a formula begin, found by asking the
// reference.
#include <algorithm>
#include <cmath>
#include <functional>

#include "benchmarks/certificate_truth.hpp"
#include "reference/formats.hpp"

namespace gelu::bench {
namespace {

/// First encoding in [low, high) for which `reached` holds, if it is false before and true after;
/// high when it never holds.
std::uint64_t bisect(std::uint64_t low, std::uint64_t high,
                     const std::function<bool(std::uint64_t)>& reached) {
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (reached(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/// The sign of f(b) - f(a), from more than twice the precision of double.
int step_sign(Formula f, Pass p, double a, double b) {
  const ref::DoubleDouble u = ref::evaluate(f, p, a), v = ref::evaluate(f, p, b);
  const double d = (v.hi - u.hi) + (v.lo - u.lo);
  return d > 0 ? 1 : d < 0 ? -1 : 0;
}

}  // namespace

std::string to_string(const Group& g) {
  return std::string(name(g.formula)) + "/" + std::string(name(g.pass)) + "/" +
         std::string(name(g.dtype));
}

Map::Map(const Group& group)
    : group_(group),
      binades_(
          std::size_t{2} << (ref::format(group.in()).bits - ref::format(group.in()).precision)) {
  find_turns();
  find_regions();
  if (group.dtype != Dtype::f64) make_strips();
}

/// All turns of the formulas lie in (-4, 4); between neighbours of a 1/16 grid there is at most
/// one.
void Map::find_turns() {
  if (!smooth(group_.formula)) return;
  const auto direction = [&](double x) {
    // Forward: the derivative itself. Backward: a difference narrow enough for f32's spacing.
    if (group_.pass == Pass::forward)
      return ref::evaluate(group_.formula, Pass::backward, x).hi > 0 ? 1 : -1;
    return step_sign(group_.formula, Pass::backward, x - 0x1p-20, x + 0x1p-20);
  };
  for (double x = -4; x < 4; x += 0.0625) {
    double low = x, high = x + 0.0625;
    if (direction(low) == direction(high)) continue;
    for (int i = 0; i < 50; ++i) {
      const double middle = 0.5 * (low + high);
      (direction(middle) == direction(low) ? low : high) = middle;
    }
    turns_.push_back(low);
  }
}

void Map::find_regions() {
  const Dtype in = group_.in(), out = group_.out();
  const ref::Format f = ref::format(in);
  const std::uint64_t sign = ref::sign_bit(in);
  const std::uint64_t normal = std::uint64_t{1} << (ref::format(out).precision - 1);
  const auto result = [&](std::uint64_t x) {
    return ref::magnitude(out, ref::rounded(group_.formula, group_.pass, in, x, out));
  };
  const auto encoding = [&](double x) { return ref::encode(in, x); };
  const auto value = [&](std::uint64_t x) { return ref::decode(in, x); };
  const std::uint64_t one = encoding(1);
  identity_ = value(bisect(encoding(0.5), f.overflow, [&](std::uint64_t x) {
    return ref::rounded(group_.formula, group_.pass, in, x) ==
           (group_.pass == Pass::forward ? x : one);
  }));
  const std::uint64_t far = encoding(-4);
  beyond_ = value(bisect(far, f.overflow | sign, [&](std::uint64_t x) { return result(x) == 0; }));
  subnormal_ =
      value(bisect(far, f.overflow | sign, [&](std::uint64_t x) { return result(x) < normal; }));
  tiny_ = value(bisect(0, encoding(0.5), [&](std::uint64_t x) { return result(x) >= normal; }));
}

Region Map::region_of(double x) const {
  if (x <= beyond_) return Region::beyond;
  if (x <= subnormal_) return Region::subnormal_tail;
  if (std::fabs(x) < tiny_) return Region::tiny;
  if (x < -4) return Region::tail;
  if (group_.pass == Pass::backward && near_gradient_zero(group_.formula, x))
    return Region::gradient_zero;
  if (x < -1) return Region::middle;
  return x >= identity_ ? Region::identity : Region::core;
}

std::uint8_t Map::section_of(double x) const {
  std::uint8_t section = 0;
  for (const double turn : turns_)
    section = static_cast<std::uint8_t>(section + (x > turn ? 1 : 0));
  return section;
}

int Map::direction_of(std::uint8_t section) const {
  // At +inf a forward formula rises; a smooth gradient falls to 1.
  const bool last_rises = !(smooth(group_.formula) && group_.pass == Pass::backward);
  return ((turns_.size() - section) % 2 == 0) == last_rises ? 1 : -1;
}

/// Cuts the encodings of each sign wherever something begins.
void Map::make_strips() {
  const ref::Format f = ref::format(group_.in());
  const std::uint64_t sign = ref::sign_bit(group_.in());
  const auto fraction_bits = static_cast<unsigned>(f.precision - 1);
  for (const std::uint64_t s : {std::uint64_t{0}, sign}) {
    const auto value = [&](std::uint64_t m) { return ref::decode(group_.in(), m | s); };
    std::vector<std::uint64_t> cuts{0, f.overflow, f.overflow + 1, sign};
    for (std::uint64_t m = 0; m < f.overflow; m += std::uint64_t{1} << fraction_bits)
      cuts.push_back(m);
    // Along ascending encodings regions and sections only change once at each border.
    const auto cut = [&](const auto& changed) {
      cuts.push_back(bisect(0, f.overflow, [&](std::uint64_t m) { return changed(value(m)); }));
    };
    for (const double border :
         {beyond_, subnormal_, tiny_, -tiny_, identity_, -4.0, -2.0, -1.0, -0.5}) {
      cut([&](double x) { return std::fabs(x) >= std::fabs(border); });
      cut([&](double x) { return std::fabs(x) > std::fabs(border); });
    }
    for (const double turn : turns_) cut([&](double x) { return std::fabs(x) > std::fabs(turn); });
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const double x = value(cuts[i]);
      const bool number = cuts[i] <= f.overflow;
      Strip strip{cuts[i] | s,
                  ((cuts[i + 1] - 1) | s) + 1,
                  number ? region_of(x) : Region::identity,
                  cuts[i] < f.overflow ? static_cast<std::uint32_t>((cuts[i] | s) >> fraction_bits)
                                       : Strip::k_no_binade,
                  section_of(x),
                  0,
                  false};
      if (number) {
        const bool rises = direction_of(strip.section) > 0;
        strip.direction = static_cast<std::int8_t>(rises == (s == 0) ? 1 : -1);
      }
      strips_.push_back(strip);
    }
  }
  for (std::size_t i = 0; i + 1 < strips_.size(); ++i)
    strips_[i].closes_section = strips_[i].section != strips_[i + 1].section ||
                                strips_[i].direction != strips_[i + 1].direction;
}

const Strip& Map::strip_of(std::uint64_t encoding) const {
  const auto after =
      std::upper_bound(strips_.begin(), strips_.end(), encoding,
                       [](std::uint64_t e, const Strip& strip) { return e < strip.first; });
  return *(after - 1);
}

}  // namespace gelu::bench
