// SPDX-License-Identifier: Apache-2.0
#include "tests/contract.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <cstring>
#include <random>
#include <thread>

#include "tests/contract_env.hpp"

namespace gelu::test {
namespace {

class Checker {
 public:
  Checker(const Subject& s, const ContractOptions& o)
      : s_(s),
        options_(o),
        size_(bytes(s.dtype)),
        out_size_(bytes(output(s.dtype))),
        lanes_(o.lanes ? o.lanes : 64 / out_size_) {}
  std::vector<Violation> run();

 private:
  std::size_t longest() const { return 4 * lanes_ + 3; }
  void report(const char* rule, const std::string& what);
  void put(Bytes& b, std::size_t i, std::uint64_t bits) const {
    std::memcpy(b.data() + i * size_, &bits, size_);
  }
  Bytes ordinary(std::size_t n, unsigned seed, double sigma) const;
  Bytes mixed(std::size_t n) const;
  bool call(const char* rule, const std::string& what, const void* x, const void* dy, void* out,
            std::size_t n);
  Bytes one_by_one(const Bytes& x, const Bytes& dy);
  void expect_same(const char* rule, const std::string& what, const std::byte* got,
                   const Bytes& want, std::size_t first, std::size_t n);
  void check_lengths();
  void check_placed(std::size_t n, bool at_end);
  void check_alignment();
  void check_in_place();
  void check_lanes();
  void check_repeat();
  void check_threads();
  void check_environment();

  const Subject& s_;
  const ContractOptions& options_;
  std::size_t size_, out_size_, lanes_;  ///< bytes of an input's and of a result's element
  Bytes x_, dy_, want_;                  ///< inputs, and their results one element at a time
  std::vector<Violation> found_;
};

void Checker::report(const char* rule, const std::string& what) {
  for (Violation& v : found_) {
    if (v.rule == rule) {
      ++v.cases;
      return;
    }
  }
  found_.push_back({rule, what, 1});
}

Bytes Checker::ordinary(std::size_t n, unsigned seed, double sigma) const {
  std::mt19937_64 random(seed);
  std::normal_distribution<double> normal(0, sigma);
  Bytes b(n * size_);
  for (std::size_t i = 0; i < n; ++i) put(b, i, ordinary_bits(input(s_.dtype), normal(random)));
  return b;
}

/// Ordinary values with a special one at every fifth place.
Bytes Checker::mixed(std::size_t n) const {
  Bytes b = ordinary(n, 1, 3);
  const auto special = special_bits(input(s_.dtype));
  for (std::size_t i = 2; i < n; i += 5) put(b, i, special[i / 5 % special.size()]);
  return b;
}

bool Checker::call(const char* rule, const std::string& what, const void* x, const void* dy,
                   void* out, std::size_t n) {
  std::string signal;
  const std::uint64_t environment = fp_environment();
  const bool survived = survives([&] { s_.call(x, dy, out, n); }, &signal);
  set_fp_environment(environment);  // what a kernel leaves behind has a rule of its own
  if (survived) return true;
  report(rule, what + ": " + signal);
  return false;
}

Bytes Checker::one_by_one(const Bytes& x, const Bytes& dy) {
  const std::size_t n = x.size() / size_;
  Bytes out(n * out_size_);
  for (std::size_t i = 0; i < n; ++i)
    if (!call(rule::k_length, "n = 1", x.data() + i * size_, dy.data() + i * size_,
              out.data() + i * out_size_, 1))
      break;
  return out;
}

void Checker::expect_same(const char* rule, const std::string& what, const std::byte* got,
                          const Bytes& want, std::size_t first, std::size_t n) {
  const std::byte* w = want.data() + first * out_size_;
  if (std::memcmp(got, w, n * out_size_) == 0) return;
  std::size_t i = 0;
  while (std::memcmp(got + i * out_size_, w + i * out_size_, out_size_) == 0) ++i;
  report(rule, what + ", element " + std::to_string(i));
}

/// One length with every buffer against a forbidden page: the rear one, or the front one.
void Checker::check_placed(std::size_t n, bool at_end) {
  const std::size_t count = n * size_, out_count = n * out_size_;
  const Guarded gx(count + 64), gd(count + 64), gy(out_count + 64);
  const auto place = [&](const Guarded& g) {
    return at_end ? g.tail(&g == &gy ? out_count : count) : g.begin();
  };
  for (const std::size_t first : {std::size_t{0}, std::size_t{3}}) {
    for (const Guarded* g : {&gx, &gd, &gy}) std::fill(g->begin(), g->end(), k_canary);
    std::memcpy(place(gx), x_.data() + first * size_, count);
    std::memcpy(place(gd), dy_.data() + first * size_, count);
    const std::string what = "n = " + std::to_string(n) +
                             (at_end ? ", at the end" : ", at the start") +
                             " of a page, from element " + std::to_string(first);
    if (!call(rule::k_bounds, what, place(gx), place(gd), place(gy), n)) continue;
    if (!untouched(gy.begin(), place(gy)) || !untouched(place(gy) + out_count, gy.end()))
      report(rule::k_bounds, what + ": bytes beside the output changed");
    if (std::memcmp(place(gx), x_.data() + first * size_, count) != 0 ||
        std::memcmp(place(gd), dy_.data() + first * size_, count) != 0 ||
        !untouched(gx.begin(), place(gx)) || !untouched(place(gx) + count, gx.end()))
      report(rule::k_input, what);
    expect_same(rule::k_length, what, place(gy), want_, first, n);
  }
}

void Checker::check_lengths() {
  for (std::size_t n = 0; n <= longest(); ++n)
    for (const bool at_end : {true, false}) check_placed(n, at_end);
  // Long calls: blocking and threading thresholds, offsets that are no multiple of the vector.
  const std::size_t all = x_.size() / size_;
  Bytes out(all * out_size_);
  for (const std::size_t first : {0, 1, 7, 64}) {
    const std::size_t n = all - first;
    const std::string what = "n = " + std::to_string(n) + ", from element " + std::to_string(first);
    if (call(rule::k_length, what, x_.data() + first * size_, dy_.data() + first * size_,
             out.data(), n))
      expect_same(rule::k_length, what, out.data(), want_, first, n);
  }
}

void Checker::check_alignment() {
  const std::size_t n = longest(), count = n * size_;
  alignas(64) static thread_local std::byte x[8192], dy[8192], out[8192];
  if (count + 128 > sizeof x) return;
  const auto at = [&](std::size_t a, std::size_t b) {
    std::memcpy(x + a, x_.data(), count);
    std::memcpy(dy + (a ^ 1), dy_.data(), count);
    const std::string what =
        "x + " + std::to_string(a) + " bytes, out + " + std::to_string(b) + " bytes";
    if (call(rule::k_alignment, what, x + a, dy + (a ^ 1), out + b, n))
      expect_same(rule::k_alignment, what, out + b, want_, 0, n);
  };
  for (std::size_t a = 0; a < 64; ++a) {
    at(a, 0);
    at(0, a);
    at(a, a);
  }
}

void Checker::check_in_place() {
  if (out_size_ != size_) return;  // refused by the interface
  for (std::size_t n = 1; n <= longest(); ++n) {
    const std::string at = ", n = " + std::to_string(n);
    Bytes b(x_.begin(), x_.begin() + static_cast<std::ptrdiff_t>(n * size_));
    if (call(rule::k_in_place, "out == x" + at, b.data(), dy_.data(), b.data(), n))
      expect_same(rule::k_in_place, "out == x" + at, b.data(), want_, 0, n);
    if (s_.pass == Pass::forward || s_.pass == Pass::bias) continue;
    std::memcpy(b.data(), dy_.data(), n * size_);
    if (call(rule::k_in_place, "out == dy" + at, x_.data(), b.data(), b.data(), n))
      expect_same(rule::k_in_place, "out == dy" + at, b.data(), want_, 0, n);
    std::memcpy(b.data(), x_.data(), n * size_);
    Bytes apart(n * size_);
    if (call(rule::k_in_place, "x == dy" + at, b.data(), b.data(), apart.data(), n) &&
        call(rule::k_in_place, "out == x == dy" + at, b.data(), b.data(), b.data(), n))
      expect_same(rule::k_in_place, "out == x == dy" + at, b.data(), apart, 0, n);
  }
}

/// One special element among ordinary ones: all others keep their bits.
void Checker::check_lanes() {
  const std::size_t n = 2 * lanes_ + 1;
  const Bytes quiet = ordinary(n, 2, 1), dy = ordinary(n, 3, 1);
  const Bytes want = one_by_one(quiet, dy);
  for (const std::uint64_t special : special_bits(input(s_.dtype))) {
    for (std::size_t at = 0; at < n; ++at) {
      Bytes x = quiet, out(want.size()), expected = want;
      put(x, at, special);
      const std::string what =
          "special element at " + std::to_string(at) + " of " + std::to_string(n);
      if (!call(rule::k_lanes, what, x.data(), dy.data(), out.data(), n)) return;
      std::memcpy(expected.data() + at * out_size_, out.data() + at * out_size_, out_size_);
      expect_same(rule::k_lanes, what, out.data(), expected, 0, n);
    }
  }
}

void Checker::check_repeat() {
  const std::size_t n = longest();
  Bytes out(n * out_size_);
  for (int i = 0; i < 3; ++i)
    if (call(rule::k_repeat, "call again", x_.data(), dy_.data(), out.data(), n))
      expect_same(rule::k_repeat, "call again", out.data(), want_, 0, n);
}

void Checker::check_threads() {
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const unsigned count = std::min(256U, options_.threads ? options_.threads : 2 * cores);
  const std::size_t n = x_.size() / size_;  // more than threads
  std::vector<Bytes> outs(count, Bytes(n * out_size_));
  std::atomic<unsigned> ready{0};
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < count; ++t) {
    threads.emplace_back([&, t] {
      ++ready;
      while (ready < count) std::this_thread::yield();
      // Each from another element on: threads that share memory then show it.
      const std::size_t at = t * size_;
      for (int i = 0; i < 4; ++i) s_.call(x_.data() + at, dy_.data() + at, outs[t].data(), n - t);
    });
  }
  for (std::thread& t : threads) t.join();
  for (unsigned t = 0; t < count; ++t)
    expect_same(rule::k_threads, "thread " + std::to_string(t), outs[t].data(), want_, t, n - t);
}

void Checker::check_environment() {
  const std::size_t n = longest();
  const std::uint64_t mask = options_.status_flags ? 0 : fp_status_mask();
  const std::uint64_t before = fp_environment() & ~fp_status_mask();
  Bytes out(n * out_size_);
  const auto with = [&](const char* name, std::uint64_t mode, bool judge_bits) {
    std::string signal;
    std::uint64_t after = 0;
    const bool ok = survives(
        [&] {
          set_fp_environment(mode);
          s_.call(x_.data(), dy_.data(), out.data(), n);
          after = fp_environment();
        },
        &signal);
    set_fp_environment(before);
    if (!ok) return report(rule::k_immune, std::string(name) + ": " + signal);
    if ((after & ~mask) != (mode & ~mask)) report(rule::k_environment, name);
    if (judge_bits) expect_same(rule::k_immune, name, out.data(), want_, 0, n);
  };
  with("default environment", before, false);
  std::size_t count = 0;
  const FpMode* modes = fp_modes(&count, options_.traps);
  for (std::size_t i = 0; i < count; ++i) with(modes[i].name, modes[i].value, true);
}

std::vector<Violation> Checker::run() {
  const std::size_t n = std::max<std::size_t>(1024, longest() + 3) + 5;
  x_ = mixed(n);
  dy_ = ordinary(n, 4, 1);
  const Bytes x = x_, dy = dy_;
  const auto check = [&](const char* name, const auto& part) {
    part();
    if (x_ != x || dy_ != dy) report(rule::k_input, name);
    x_ = x;
    dy_ = dy;
  };
  check("n = 1", [&] { want_ = one_by_one(x_, dy_); });
  check("call again", [&] { check_repeat(); });
  check("lengths", [&] { check_lengths(); });
  check("alignment", [&] { check_alignment(); });
  check("in place", [&] { check_in_place(); });
  check("lanes", [&] { check_lanes(); });
  const bool crashes = std::any_of(found_.begin(), found_.end(), [](const Violation& v) {
    return v.what.find(": SIG") != std::string::npos;
  });
  if (!crashes) check("threads", [&] { check_threads(); });  // a crash elsewhere cannot be caught
  if (options_.environment) check("environment", [&] { check_environment(); });
  return std::move(found_);
}

}  // namespace

std::vector<Violation> check_contract(const Subject& s, const ContractOptions& options) {
  return Checker(s, options).run();
}

std::string to_string(const std::vector<Violation>& violations) {
  std::string text;
  for (const Violation& v : violations)
    text += v.rule + " (" + std::to_string(v.cases) + "): " + v.what + "\n";
  return text;
}

}  // namespace gelu::test
