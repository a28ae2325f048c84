// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/certificate_rows.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstring>

#include "reference/formats.hpp"
#include "reference/hash.hpp"

namespace gelu::bench {
namespace {

/// A place: the value of an encoding of an input.
Json place(std::uint64_t x, Dtype d) {
  return x == Worst::k_none ? Json() : number(ref::decode(d, x));
}
Json place_bits(std::uint64_t x, Dtype d) { return x == Worst::k_none ? Json() : Json(hex(x, d)); }

void put(Json& row, const char* metric, const Worst& w, Dtype d) {
  row[std::string("max_") + metric] = number(w.value);
  row[fmt::format("max_{}_x", metric)] = place(w.x, d);
  row[fmt::format("max_{}_x_bits", metric)] = place_bits(w.x, d);
}
void put(Json& row, const Distance& distance, Dtype d) {
  put(row, "ulp", distance.ulp, d);
  put(row, "abs", distance.abs, d);
  put(row, "rel", distance.rel, d);
}
Json count_json(const Count& c, Dtype d) {
  return {{"count", c.n}, {"first_x", place(c.first, d)}, {"first_x_bits", place_bits(c.first, d)}};
}

/// Mean errors over N(0,1).
Json weighted(const Certificate& c) {
  const double all = c.sums[mass].value();
  if (!(all > 0)) return nullptr;
  const auto mean = [&](Sum s) { return number(c.sums[s].value() / all); };
  const auto root = [&](Sum s) { return number(std::sqrt(c.sums[s].value() / all)); };
  return {{"mean_abs", mean(abs_error)},
          {"rms_abs", root(square_error)},
          {"mean_signed", mean(signed_error)},
          {"mean_ulp", mean(ulp_error)},
          {"rms_ulp", root(square_ulp)}};
}

/// Where every result is the correctly rounded one and none is off by more, there is nothing to
/// tell: most binades of f64.
constexpr double k_negligible_ulp = 1e-3;

Json binades(const Certificate& c, Dtype d) {
  Json rows = Json::array();
  const auto fraction_bits = static_cast<unsigned>(ref::format(d).precision - 1);
  for (std::size_t i = 0; i < c.binades.size(); ++i) {
    const Part& p = c.binades[i];
    if (p.inputs == 0 || (p.not_correct == 0 && p.error.ulp.value <= k_negligible_ulp)) continue;
    rows.push_back({number(ref::decode(d, i << fraction_bits)), p.inputs, p.not_correct,
                    number(p.error.ulp.value), number(p.error.abs.value),
                    number(p.error.rel.value)});
  }
  return rows;
}

Json steps(const Certificate& c, const Map& map) {
  Json sections = Json::array();
  for (std::size_t s = 0; s <= map.turns().size(); ++s) {
    Json section = count_json(c.wrong_steps[s], map.group().in());
    section["from"] = s == 0 ? number(-HUGE_VAL) : number(map.turns()[s - 1]);
    section["to"] = s < map.turns().size() ? number(map.turns()[s]) : number(HUGE_VAL);
    sections.push_back(section);
  }
  return sections;
}

Json row_start(const Cell& cell, const GroupState& state, const char* reference,
               std::string_view region) {
  Json row = row_of(cell);
  row["reference"] = reference;
  row["region"] = region;
  row["coverage"] = name(state.coverage);
  row["exhaustive"] = state.coverage == Coverage::exhaustive && state.complete();
  return row;
}

void put_counts(Json& row, const Certificate& c, Dtype d) {
  row["not_correct"] = c.not_correct.n;
  row["not_correct_first_x"] = place(c.not_correct.first, d);
  row["not_correct_first_x_bits"] = place_bits(c.not_correct.first, d);
  row["correct_pct"] = c.inputs == 0 ? Json()
                                     : Json(100 * static_cast<double>(c.inputs - c.not_correct.n) /
                                            static_cast<double>(c.inputs));
  row["sign_errors"] = count_json(c.sign_errors, d);
  row["zero_sign_errors"] = count_json(c.zero_sign_errors, d);
  row["nan_errors"] = count_json(c.nan_errors, d);
  row["inf_errors"] = count_json(c.inf_errors, d);
}

void put_details(Json& row, const GroupState& state, const Entry& e, const Map& map) {
  const Certificate& c = e.certificate;
  const Dtype d = state.group.in();
  put_counts(row, c, d);
  if (state.group.pass == Pass::backward && smooth(state.group.formula))
    row["max_ulp_conditioned"] = number(conditioned_ulp(c, state.group.dtype).value);
  row["hash"] = fmt::format("0x{:016x}", c.hash);
  row["reference_hash"] = fmt::format("0x{:016x}", state.reference.hash);
  row["hash_equals_reference"] = c.hash == state.reference.hash;
  const bool kept = !e.promised_by.empty() && e.broken.n == 0;
  row["confirmed_by"] = kept ? Json(e.promised_by) : Json();
  row["differs_from"] = e.broken.n == 0 ? Json() : Json(e.promised_by);
  if (state.coverage == Coverage::search) row["search_seed"] = state.seed;
  if (kept) return;  // the rest stands in the row that confirms
  row["wrong_steps"] = steps(c, map);
  row["normal_weighted"] = weighted(c);
  row["ulp_histogram"] = c.histogram;
  row["binades"] = binades(c, d);
}

}  // namespace

void append_rows(Json& rows, const Cell& cell, const GroupState& state, const Entry& e,
                 const Map& map) {
  const Certificate& c = e.certificate;
  const Dtype d = state.group.in();
  Json own = row_start(cell, state, "own", "all");
  own["inputs"] = c.inputs;
  put(own, c.error, d);
  put_details(own, state, e, map);
  rows.push_back(own);
  const bool gelu = state.group.formula == Formula::erf;
  if (gelu || map.compared()) {
    Json exact = row_start(cell, state, "exact", "all");
    exact["inputs"] = c.inputs;
    put(exact, gelu ? c.error : c.total, d);
    if (!gelu) {
      Json model;
      put(model, state.model, d);
      exact["model"] = model;
    }
    rows.push_back(exact);
  }
  if (!own["confirmed_by"].is_null()) return;
  for (std::size_t r = 0; r < c.regions.size(); ++r) {
    const Part& part = c.regions[r];
    if (part.inputs == 0) continue;
    Json row = row_start(cell, state, "own", k_region_names[r]);
    row["inputs"] = part.inputs;
    put(row, part.error, d);
    row["not_correct"] = part.not_correct;
    if (static_cast<Region>(r) == Region::gradient_zero)
      row["max_ulp_conditioned"] =
          number(part.error.abs.value * conditioned_scale(state.group.dtype));
    rows.push_back(row);
  }
}

namespace {

struct Special {
  const char* name;
  std::uint64_t bits;
};

std::vector<Special> special_inputs(Dtype d) {
  const ref::Format f = ref::format(d);
  const std::uint64_t sign = ref::sign_bit(d);
  const std::uint64_t normal = std::uint64_t{1} << (f.precision - 1);
  const auto of = [&](double v) { return ref::encode(d, v); };
  return {{"-inf", f.overflow | sign},
          {"-max", f.max_finite | sign},
          {"-10", of(-10)},
          {"-5", of(-5)},
          {"-1", of(-1)},
          {"-min_normal", normal | sign},
          {"-min_subnormal", 1 | sign},
          {"-0", sign},
          {"+0", 0},
          {"+min_subnormal", 1},
          {"+min_normal", normal},
          {"+1", of(1)},
          {"+10", of(10)},
          {"+max", f.max_finite},
          {"+inf", f.overflow},
          {"nan", f.nan}};
}

/// Bits of the output at one input, NaN canonical. Gradients are for dy = 1.
std::uint64_t result_of(const Kernel& k, std::uint64_t x) {
  std::uint64_t y = 0;
  const std::uint64_t one = ref::encode(input(k.dtype), 1.0);
  run(k, {&x, &one, &y, nullptr}, 1);
  return ref::canonical(output(k.dtype), y);
}

}  // namespace

void append_special_values(Json& rows, const Cell& cell, const Cell* same) {
  const Kernel& k = cell.kernel;
  const Dtype in = input(k.dtype), out = output(k.dtype);
  for (const Special& s : special_inputs(in)) {
    const std::uint64_t y = result_of(k, s.bits);
    if (same != nullptr && y == result_of(same->kernel, s.bits)) continue;
    const std::uint64_t want = ref::rounded(k.formula, k.pass, in, s.bits, out);
    Json row = row_of(cell);
    row["input"] = s.name;
    row["input_bits"] = hex(s.bits, in);
    row["output"] = number(ref::decode(out, y));
    row["output_bits"] = hex(y, out);
    row["correct"] = number(ref::decode(out, want));
    row["correct_bits"] = hex(want, out);
    row["is_correct"] = y == want;
    rows.push_back(row);
  }
}

namespace {

/// What is to be said about a kernel beside its errors.
std::string notes(const GroupState& s, const Entry& e) {
  const Certificate& c = e.certificate;
  std::string text;
  const auto count = [&](std::uint64_t n, const char* what) {
    if (n != 0) text += fmt::format(" {} {}", n, what);
  };
  count(c.nan_errors.n, "nan");
  count(c.inf_errors.n, "inf");
  count(c.sign_errors.n + c.zero_sign_errors.n, "signs");
  std::uint64_t steps = 0;
  for (const Count& w : c.wrong_steps) steps += w.n;
  count(steps, "steps");
  if (s.group.pass == Pass::backward && smooth(s.group.formula))
    text += fmt::format(" {:.4g} ulp conditioned", conditioned_ulp(c, s.group.dtype).value);
  if (e.broken.n != 0) text += " DIFFERS from " + e.promised_by;
  if (!e.promised_by.empty() && e.broken.n == 0) text += " same bits";
  const Cell* cell = gelu_find(e.key.c_str());
  if (cell != nullptr && cell->kernel.origin != Origin::portable) text += " (observed)";
  if (!s.complete()) text += " (not complete)";
  if (s.coverage == Coverage::sample) text += " (sample: largest error seen)";
  if (s.coverage == Coverage::search)
    text += fmt::format(" (search: largest error found, a lower bound; {} points, seed {})",
                        c.inputs, s.seed);
  return text;
}

}  // namespace

std::string accuracy_table(const std::vector<GroupState>& states) {
  std::string text = fmt::format("{:<48} {:>10} {:>14} {:>10} {:>10} {:>9} {}\n", "kernel",
                                 "max ulp", "at x", "max abs", "total abs", "correct %", "notes");
  for (const GroupState& s : states) {
    for (const Entry& e : s.kernels) {
      const Certificate& c = e.certificate;
      const double pct = 100 * static_cast<double>(c.inputs - c.not_correct.n) /
                         static_cast<double>(std::max<std::uint64_t>(1, c.inputs));
      text += fmt::format(
          "{:<48} {:>10.4g} {:>14.8g} {:>10.3g} {:>10.3g} {:>9.4f}{}\n", e.key, c.error.ulp.value,
          ref::decode(s.group.in(), c.error.ulp.x), c.error.abs.value,
          s.group.compared_to_gelu() ? c.total.abs.value : c.error.abs.value, pct, notes(s, e));
    }
  }
  return text;
}

}  // namespace gelu::bench
