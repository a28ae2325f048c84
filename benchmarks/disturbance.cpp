// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/disturbance.hpp"

#include <algorithm>
#include <cmath>

#include "benchmarks/clock.hpp"

namespace gelu::bench {
namespace {

std::vector<double> calibrations(const std::vector<Item>& items) {
  std::vector<double> all;
  for (const Item& item : items)
    for (const Sample& sample : item.samples)
      if (sample.calibration_ns > 0) all.push_back(sample.calibration_ns);
  std::sort(all.begin(), all.end());
  return all;
}

double at(const std::vector<double>& sorted, double part) {
  return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

std::vector<std::size_t> disturbed(const std::vector<Item>& items, double usual_ns) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!disturbance(items[i], usual_ns).empty()) found.push_back(i);
  return found;
}

}  // namespace

void Watch::end(Sample& sample) const {
  const Calibration after = calibrate();
  sample.calibration_ns = std::max(before_.chain_ns, after.chain_ns);
  sample.stolen = cpu_ticks().stolen > ticks_.stolen;
  const bool before = neighbours().beside(before_);
  sample.shared = neighbours().beside(after) || before;
}

double usual_calibration(const std::vector<Item>& items) {
  const std::vector<double> all = calibrations(items);
  return all.empty() ? 0 : at(all, 0.5);
}

double calibration_spread_pct(const std::vector<Item>& items) {
  const std::vector<double> all = calibrations(items);
  return all.empty() ? 0 : 100 * (at(all, 0.95) - at(all, 0.05)) / at(all, 0.5);
}

std::string disturbance(const Item& item, double usual_ns) {
  const auto many = [&](auto&& is) {
    const auto count = std::count_if(item.samples.begin(), item.samples.end(), is);
    return count > 0 && 2 * static_cast<std::size_t>(count) >= item.samples.size();
  };
  const bool moved = many([&](const Sample& s) {
    return s.calibration_ns > 0 && std::abs(s.calibration_ns / usual_ns - 1) > k_calibration_moved;
  });
  std::string why;
  const auto add = [&](bool is, const char* word) {
    if (is) why += why.empty() ? word : std::string(", ") + word;
  };
  add(moved, "calibration");
  add(many([](const Sample& s) { return s.stolen; }), "steal");
  add(many([](const Sample& s) { return s.shared; }), "neighbour");
  return why;
}

std::size_t take_again(Sample& sample, double limit_s, const std::function<bool(double)>& wait,
                       const std::function<Sample()>& take) {
  const auto from = Clock::now();
  const auto left = [&] { return limit_s - seconds(Clock::now() - from); };
  std::size_t taken = 0;
  while (sample.shared && left() > 0 && wait(left())) {
    sample = take();
    ++taken;
  }
  return taken;
}

Json seen(const std::vector<Item>& items) {
  std::size_t all = 0, shared = 0, retaken = 0;
  for (const Item& item : items) {
    all += item.samples.size();
    retaken += item.retaken;
    shared += static_cast<std::size_t>(std::count_if(item.samples.begin(), item.samples.end(),
                                                     [](const Sample& s) { return s.shared; }));
  }
  const auto rounded = [](double percent) { return std::round(1000 * percent) / 1000; };
  const double part = all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
  return {{"calibration_spread_pct", rounded(calibration_spread_pct(items))},
          {"core_shared_pct", rounded(neighbours().shared_pct())},
          {"samples_shared_pct", rounded(100 * part)},
          {"samples_retaken", retaken}};
}

std::size_t settle(std::vector<Item>& items, const std::function<void(std::vector<Item>&)>& again) {
  const double usual = usual_calibration(items);
  const std::vector<std::size_t> found = disturbed(items, usual);
  const bool few =
      static_cast<double>(found.size()) <= k_too_many * static_cast<double>(items.size());
  const bool repeat = again && !found.empty() && few;
  if (repeat) {
    std::vector<Item> once_more;
    for (const std::size_t i : found) {
      once_more.push_back(items[i]);
      once_more.back().samples.clear();
      once_more.back().iterations = 0;
    }
    again(once_more);
    for (std::size_t i = 0; i < found.size(); ++i)
      if (!once_more[i].samples.empty()) items[found[i]] = std::move(once_more[i]);
  }
  for (Item& item : items) item.disturbed = disturbance(item, usual);
  return repeat ? found.size() : 0;
}

}  // namespace gelu::bench
