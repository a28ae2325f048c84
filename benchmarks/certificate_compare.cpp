// SPDX-License-Identifier: Apache-2.0
// Plain loops over a strip with eight explicit lanes: any vector width gives the same sums, and the
// compiler needs no licence to reorder them.
#include "benchmarks/certificate_compare.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "reference/formats.hpp"
#include "reference/hash.hpp"
#include "reference/vectorise.hpp"

namespace gelu::bench {
namespace {

using ref::k_block;
constexpr std::size_t k_lanes = 8;
constexpr double k_largest = std::numeric_limits<double>::max();

/// A strip's part of the arrays of a block.
template <class Y>
struct View {
  const Y* y;
  const float* rounded;
  const double* weight;
  const double *value, *scale, *inverse;
  std::size_t n;
  std::uint64_t first;  ///< encoding of element 0
};

struct Lanes {
  double ulp[k_lanes]{}, abs[k_lanes]{}, rel[k_lanes]{};
  double sums[k_sums][k_lanes]{};
  std::uint64_t unlike[k_lanes]{}, bad[k_lanes]{}, sign[k_lanes]{};
};

/// Errors in ulp go to `ulp` (zero where y or the value is not finite).
template <bool weighted>
void measure(const View<float>& v, double* ulp, Lanes& out) {
  ref::vectorised([&]() GELU_INLINE {
    Lanes l;
    const auto one = [&](std::size_t i, std::size_t lane) GELU_INLINE {
      const double d = static_cast<double>(v.y[i]) - v.value[i];
      const double a = std::fabs(d);
      const bool finite = a <= k_largest;
      const double abs = finite ? a : 0, u = abs * v.scale[i], r = abs * v.inverse[i];
      ulp[i] = u;
      l.ulp[lane] = l.ulp[lane] > u ? l.ulp[lane] : u;
      l.abs[lane] = l.abs[lane] > abs ? l.abs[lane] : abs;
      l.rel[lane] = l.rel[lane] > r ? l.rel[lane] : r;
      if constexpr (weighted) {
        const double w = v.weight[i], wu = w * u, wa = w * abs;
        l.sums[mass][lane] += w;
        l.sums[abs_error][lane] += wa;
        l.sums[signed_error][lane] += finite ? w * d : 0;
        l.sums[square_error][lane] += wa * abs;
        l.sums[ulp_error][lane] += wu;
        l.sums[square_ulp][lane] += wu * u;
      }
      const auto yb = std::bit_cast<std::uint32_t>(v.y[i]);
      const auto rb = std::bit_cast<std::uint32_t>(v.rounded[i]);
      l.unlike[lane] += yb != rb ? 1 : 0;
      l.bad[lane] += finite ? 0 : 1;
      l.sign[lane] += (yb ^ rb) >> 31;
    };
    std::size_t i = 0;
    for (; i + k_lanes <= v.n; i += k_lanes)
      for (std::size_t lane = 0; lane < k_lanes; ++lane) one(i + lane, lane);
    for (; i < v.n; ++i) one(i, i % k_lanes);
    out = l;
  });
}

template <class T, std::size_t N>
T largest(const T (&lanes)[N]) {
  return *std::max_element(lanes, lanes + N);
}
template <class T, std::size_t N>
T sum(const T (&lanes)[N]) {
  T s{};
  for (const T& l : lanes) s += l;
  return s;
}

/// The first index where `measure_at` gives the maximum that a loop has found before: chunk by
/// chunk, because a loop with an exit does not vectorise.
template <class Y, class F>
Worst locate(const View<Y>& v, double maximum, const F& measure_at) {
  constexpr std::size_t k_chunk = 512;
  std::size_t from = 0;
  ref::vectorised([&]() GELU_INLINE {
    for (; from + k_chunk < v.n; from += k_chunk) {
      int found = 0;
      for (std::size_t i = from; i < from + k_chunk; ++i) found |= measure_at(i) >= maximum ? 1 : 0;
      if (found != 0) break;
    }
  });
  while (from + 1 < v.n && !(measure_at(from) >= maximum)) ++from;
  return {maximum, v.first + from};
}

template <class Y>
GELU_INLINE inline double error_at(const View<Y>& v, std::size_t i) {
  const double a = std::fabs(static_cast<double>(v.y[i]) - v.value[i]);
  return a <= k_largest ? a : 0;
}

template <class Y>
Distance locate_all(const View<Y>& v, const Lanes& l) {
  return {locate(v, largest(l.ulp),
                 [&](std::size_t i) GELU_INLINE { return error_at(v, i) * v.scale[i]; }),
          locate(v, largest(l.abs), [&](std::size_t i) GELU_INLINE { return error_at(v, i); }),
          locate(v, largest(l.rel),
                 [&](std::size_t i) GELU_INLINE { return error_at(v, i) * v.inverse[i]; })};
}

/// Only the distance: for the comparison with exact GELU.
template <class Y>
Distance distance(const View<Y>& v) {
  Lanes out;
  ref::vectorised([&]() GELU_INLINE {
    Lanes l;
    const auto one = [&](std::size_t i, std::size_t lane) GELU_INLINE {
      const double a = std::fabs(static_cast<double>(v.y[i]) - v.value[i]);
      const double abs = a <= k_largest ? a : 0, u = abs * v.scale[i], r = abs * v.inverse[i];
      l.ulp[lane] = l.ulp[lane] > u ? l.ulp[lane] : u;
      l.abs[lane] = l.abs[lane] > abs ? l.abs[lane] : abs;
      l.rel[lane] = l.rel[lane] > r ? l.rel[lane] : r;
    };
    std::size_t i = 0;
    for (; i + k_lanes <= v.n; i += k_lanes)
      for (std::size_t lane = 0; lane < k_lanes; ++lane) one(i + lane, lane);
    for (; i < v.n; ++i) one(i, i % k_lanes);
    out = l;
  });
  return locate_all(v, out);
}

Count count_unlike(const View<float>& v, std::uint64_t n) {
  if (n == 0) return {};
  std::size_t i = 0;
  while (std::bit_cast<std::uint32_t>(v.y[i]) == std::bit_cast<std::uint32_t>(v.rounded[i])) ++i;
  return {n, v.first + i};
}

/// Wrong kinds of results and wrong signs, one by one: rare.
void count_classes(const View<float>& v, StripResult& r) {
  for (std::size_t i = 0; i < v.n; ++i) {
    const float y = v.y[i], want = v.rounded[i];
    const std::uint64_t x = v.first + i;
    if (std::isnan(y) != std::isnan(want)) r.nan_errors.hit(x);
    if (std::isnan(y) || std::isnan(want)) continue;
    if (std::isinf(y) != std::isinf(want)) r.inf_errors.hit(x);
    if (std::signbit(y) != std::signbit(want)) (y == 0 ? r.zero_sign_errors : r.sign_errors).hit(x);
  }
}

void fill_histogram(const double* ulp, std::size_t n, double largest_ulp, StripResult& r) {
  if (largest_ulp <= 0.5) {
    r.histogram[0] += n;
    return;
  }
  // Exponents of 2 u, so that bin 0 ends where bin_of has it; bits, because this is a hot loop.
  for (std::size_t i = 0; i < n; ++i) {
    const auto bits = std::bit_cast<std::uint64_t>(ulp[i]) + 0x000fffffffffffff;  // round up to 2^k
    const auto bin = static_cast<std::int64_t>(bits >> 52) - (1023 - 1);
    ++r.histogram[static_cast<std::size_t>(std::clamp<std::int64_t>(bin, 0, k_bins - 1))];
  }
}

/// Steps in the wrong direction among y[0..n].
void count_steps(const float* y, std::size_t n, int direction, std::uint64_t first, Count& wrong) {
  std::uint64_t count = 0;
  const float sign = static_cast<float>(direction);
  ref::vectorised([&]() GELU_INLINE {
    std::uint32_t c = 0;
    for (std::size_t i = 0; i < n; ++i) c += y[i + 1] * sign < y[i] * sign ? 1 : 0;
    count = c;
  });
  if (count == 0) return;
  std::size_t i = 0;
  while (!(y[i + 1] * sign < y[i] * sign)) ++i;
  wrong.take({count, first + i});
}

StripResult compare_strip(const Map& map, const Truth& t, const Strip& strip, std::size_t begin,
                          std::size_t end, const float* y) {
  StripResult r;
  r.region = strip.region;
  r.binade = strip.binade;
  r.section = strip.section;
  thread_local std::vector<double> ulp(k_block);
  View<float> v{y + begin,
                t.rounded.data() + begin,
                t.weight.data() + begin,
                t.own.value.data() + begin,
                t.own.scale.data() + begin,
                t.own.inverse.data() + begin,
                end - begin,
                t.first + begin};
  r.inputs = v.n;
  Lanes l;
  if (strip.direction == 0) {  // NaN goes in: only the class counts
    std::uint64_t unlike = 0;
    for (std::size_t i = 0; i < v.n; ++i) unlike += std::isnan(v.y[i]) ? 0 : 1;
    r.not_correct = r.nan_errors = count_unlike(v, unlike);
    return r;
  }
  t.weighted ? measure<true>(v, ulp.data(), l) : measure<false>(v, ulp.data(), l);
  r.error = locate_all(v, l);
  for (std::size_t s = 0; s < k_sums; ++s) r.sums[s] = sum(l.sums[s]);
  r.not_correct = count_unlike(v, sum(l.unlike));
  if (sum(l.bad) + sum(l.sign) != 0) count_classes(v, r);
  if (sum(l.bad) == 0) {
    fill_histogram(ulp.data(), v.n, r.error.ulp.value, r);
  } else {
    for (std::size_t i = 0; i < v.n; ++i)
      if (std::isfinite(v.y[i]) && std::isfinite(v.rounded[i])) ++r.histogram[bin_of(ulp[i])];
  }
  // The element after the block's last one is there; after a section's last one, f turns.
  const std::size_t steps = strip.closes_section && t.first + end == strip.last ? v.n - 1 : v.n;
  count_steps(v.y, steps, strip.direction, v.first, r.wrong_steps);
  if (t.same_as_gelu) {
    r.total = r.error;
  } else if (map.compared()) {
    v.value = t.gelu.value.data() + begin;
    v.scale = t.gelu.scale.data() + begin;
    v.inverse = t.gelu.inverse.data() + begin;
    r.total = distance(v);
  }
  return r;
}

/// f(strip, begin, end) for each strip of a block.
template <class F>
void each_strip(const Map& map, std::uint64_t first, const F& f) {
  const Strip* strip = &map.strip_of(first);
  for (std::size_t begin = 0; begin < k_block;) {
    const std::uint64_t last = std::min(strip->last, first + k_block);
    const auto end = static_cast<std::size_t>(last - first);
    f(*strip, begin, end);
    begin = end;
    ++strip;
  }
}

}  // namespace

void compare_block(const Map& map, const Truth& t, const std::uint32_t* bits, BlockResult& result) {
  result.strips.clear();
  each_strip(map, t.first, [&](const Strip& strip, std::size_t begin, std::size_t end) {
    result.strips.push_back(compare_strip(map, t, strip, begin, end, result.outputs.data()));
  });
  result.hash = ref::hash_block(t.first, bits);
}

void add_model(const Truth& t, const Map& map, Distance& model) {
  each_strip(map, t.first, [&](const Strip& strip, std::size_t begin, std::size_t end) {
    if (strip.direction == 0 || t.same_as_gelu) return;
    model.take(distance(View<double>{t.own.value.data() + begin, nullptr, nullptr,
                                     t.gelu.value.data() + begin, t.gelu.scale.data() + begin,
                                     t.gelu.inverse.data() + begin, end - begin, t.first + begin}));
  });
}

}  // namespace gelu::bench
