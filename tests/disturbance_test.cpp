// SPDX-License-Identifier: Apache-2.0
// What counts as disturbed, what is measured again, what stays marked.
#include "benchmarks/disturbance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "benchmarks/doctor.hpp"
#include "benchmarks/instruments.hpp"
#include "benchmarks/throughput_rows.hpp"

namespace gelu::bench {
namespace {

enum class Beside { nobody, hypervisor, neighbour };

/// Seven samples; the first `odd` of them with that calibration and beside that.
Item item(std::size_t odd = 0, double calibration = 100, Beside beside = Beside::nobody) {
  Item made;
  made.cell = &registry()[0];
  made.level = "l1";
  made.n = 64;
  made.iterations = 10;
  for (std::size_t i = 0; i < 7; ++i)
    made.samples.push_back({static_cast<double>(i), 1.0, i < odd ? calibration : 100,
                            i < odd && beside == Beside::hypervisor,
                            i < odd && beside == Beside::neighbour});
  return made;
}

TEST(Disturbance, IsOfHalfOfTheSamples) {
  EXPECT_EQ(disturbance(item(), 100), "");
  EXPECT_EQ(disturbance(item(3, 110), 100), "");
  EXPECT_EQ(disturbance(item(4, 110), 100), "calibration");
  EXPECT_EQ(disturbance(item(4, 90), 100), "calibration");
  EXPECT_EQ(disturbance(item(7, 102.9), 100), "");
  EXPECT_EQ(disturbance(item(7, 103.1), 100), "calibration");
  EXPECT_EQ(disturbance(item(4, 100, Beside::hypervisor), 100), "steal");
  EXPECT_EQ(disturbance(item(4, 110, Beside::hypervisor), 100), "calibration, steal");
  EXPECT_EQ(disturbance(item(4, 100, Beside::neighbour), 100), "neighbour");
  EXPECT_EQ(disturbance(item(3, 100, Beside::neighbour), 100), "");
  EXPECT_EQ(disturbance(item(4, 110, Beside::neighbour), 100), "calibration, neighbour");
  EXPECT_EQ(disturbance(Item{}, 100), "");
}

TEST(Disturbance, UsualIsTheMedian) {
  const std::vector<Item> items{item(), item(7, 150), item()};
  EXPECT_EQ(usual_calibration(items), 100);
  EXPECT_NEAR(calibration_spread_pct(items), 50, 1e-9);
  EXPECT_EQ(usual_calibration({}), 0);
}

TEST(Disturbance, OnceMoreAndThenMarked) {
  std::vector<Item> items{item(), item(5, 110), item(), item(6, 120), item(), item(), item()};
  int calls = 0;
  const std::size_t repeated = settle(items, [&](std::vector<Item>& again) {
    ++calls;
    ASSERT_EQ(again.size(), 2U);
    EXPECT_TRUE(again[0].samples.empty());
    EXPECT_EQ(again[0].iterations, 0);
    again[0] = item();        // calm now
    again[1] = item(7, 130);  // as before
    again[1].samples[0].ns_per_element = 2;
  });
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(repeated, 2U);
  EXPECT_EQ(items[1].disturbed, "");
  EXPECT_EQ(items[3].disturbed, "calibration");
  EXPECT_EQ(items[3].samples[0].ns_per_element, 2);  // the new ones, marked
  const Json row = throughput_row(items, items[3], "normal2", true);
  EXPECT_EQ(row["disturbed"], "calibration");
  EXPECT_FALSE(throughput_row(items, items[1], "normal2", true).contains("disturbed"));
}

TEST(Disturbance, TooManyAreOnlyMarked) {
  std::vector<Item> items{item(), item(5, 110), item(), item(6, 120), item()};
  EXPECT_EQ(settle(items, [](std::vector<Item>&) { FAIL(); }), 0U);
  EXPECT_EQ(items[1].disturbed, "calibration");
}

TEST(Disturbance, WithoutARepetitionItIsMarked) {
  std::vector<Item> items{item(), item(5, 110), item(), item(), item()};
  EXPECT_EQ(settle(items, nullptr), 0U);
  EXPECT_EQ(items[1].disturbed, "calibration");
}

TEST(Disturbance, ASharedSampleIsTakenAgainUntilAlone) {
  Sample sample{0, 1, 100, false, true};
  double time = 1;
  int waits = 0;
  const auto gone = [&](double left_s) { return ++waits, left_s > 0; };
  const auto third_alone = [&] { return Sample{0, ++time, 100, false, time < 4}; };
  EXPECT_EQ(take_again(sample, 60, gone, third_alone), 3U);
  EXPECT_EQ(waits, 3);
  EXPECT_FALSE(sample.shared);
  EXPECT_EQ(sample.ns_per_element, 4);
  EXPECT_EQ(take_again(sample, 60, gone, third_alone), 0U);  // it is alone
}

TEST(Disturbance, PatienceEnds) {
  Sample sample{0, 1, 100, false, true};
  const auto never = [] { return Sample{0, 2, 100, false, true}; };
  const auto there = [](double) { return false; };
  const auto gone = [](double) { return true; };
  EXPECT_EQ(take_again(sample, 60, there, never), 0U);
  EXPECT_EQ(take_again(sample, 0, gone, never), 0U);
  EXPECT_EQ(take_again(sample, -1, gone, never), 0U);
  EXPECT_EQ(sample.ns_per_element, 1);  // none was taken: it stands
  EXPECT_GT(take_again(sample, 0.002, gone, never), 0U);
  EXPECT_TRUE(sample.shared);
}

TEST(Disturbance, SumsUpWhatTheRunSaw) {
  std::vector<Item> items{item(), item(3, 100, Beside::neighbour)};
  items[1].retaken = 5;
  const Json saw = seen(items);
  EXPECT_NEAR(saw["samples_shared_pct"].get<double>(), 100 * 3.0 / 14, 1e-3);
  EXPECT_EQ(saw["samples_retaken"], 5);
  EXPECT_EQ(seen({})["samples_shared_pct"], 0);
}

TEST(Calibration, IsWorkOfMicroseconds) {
  const Calibration made = calibrate();
  EXPECT_GT(made.chain_ns, 1e3);
  EXPECT_LT(made.chain_ns, 1e6);
  EXPECT_GT(made.ports_ns, 1e3);
  EXPECT_LT(made.ports_ns, 1e6);
  Sample sample{0, 1};
  Watch().end(sample);
  EXPECT_GT(sample.calibration_ns, 1e3);
}

TEST(Neighbours, AreSeenByWhatTheCoreGives) {
  Neighbours core(0);  // one look
  EXPECT_EQ(core.shared_pct(), 0);
  EXPECT_FALSE(core.beside({100, 100}));  // no core is so fast: the best from now on
  EXPECT_FALSE(core.beside({100, 107}));
  EXPECT_TRUE(core.beside({100, 109}));
  EXPECT_FALSE(core.beside({200, 214}));  // a slower clock
  EXPECT_FALSE(core.beside({200, 100}));  // an interrupted chain
  EXPECT_FALSE(core.beside({100, 100}));  // teaches nothing
  EXPECT_TRUE(core.beside({100, 109}));
}

TEST(Neighbours, AreNotWaitedForInVain) {
  Neighbours core(0);
  core.beside({1e6, 1});  // as if the ports had once been so fast
  const auto from = std::chrono::steady_clock::now();
  EXPECT_FALSE(core.wait(0.002));
  EXPECT_GE(std::chrono::steady_clock::now() - from, std::chrono::milliseconds(2));
}

TEST(Instruments, AreKnownOrSaidToBeAbsent) {
  EXPECT_GT(timer().resolution_ns, 0);
  EXPECT_GT(timer().overhead_ns, 0);
  EXPECT_LT(timer().overhead_ns, 1e5);
  EXPECT_THAT(hardware_counters(), testing::AnyOf("available", testing::StartsWith("absent: ")));
}

TEST(Doctor, SaysWhatCanBeResolved) {
  const Noise noise = measure_noise(0.3);
  EXPECT_GE(noise.unpaired_pct, 0);
  EXPECT_GE(noise.paired_pct, 0);
  const Json facts{{"governor", nullptr}, {"boost", true}, {"load_1min", 0.5}};
  const std::string text = doctor_text(facts, {4, 0.2});
  EXPECT_THAT(text, testing::HasSubstr("governor               unknown\n"));
  EXPECT_THAT(text, testing::HasSubstr("boost                  yes\n"));
  EXPECT_THAT(text, testing::HasSubstr("4.00 % between two rows of one run, 0.20 % in pairs"));
  EXPECT_THAT(text, testing::HasSubstr("within a run: differences above 8.0 %"));
  EXPECT_THAT(text, testing::HasSubstr("two builds: differences above 1.0 %"));
  EXPECT_THAT(text, testing::Not(testing::HasSubstr("too disturbed")));
  EXPECT_THAT(doctor_text(facts, {40, 5}), testing::HasSubstr("too disturbed"));
}

}  // namespace
}  // namespace gelu::bench
