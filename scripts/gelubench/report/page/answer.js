// SPDX-License-Identifier: Apache-2.0
// answer.py and caveats.py again: what is said about an answer, and what a user does with it.

function certificateCaveats(answer, choice) {
  const { query } = answer;
  const found = [];
  for (const errors of choice.errors) {
    if (!errors.exhaustive) {
      const text = C.coverage[errors.coverage] ?? "not over every input";
      found.push(`sampled: the ${errors.pass} error is ${text}`);
    }
    found.push(...errors.notes);
  }
  if (choice.errors.some((e) => e.basis === "bound") && choice.row.formula !== query.truth) {
    const formula = `that of the ${query.truth} formula`;
    found.push(`bounded, not measured: distance to exact GELU plus ${formula}`);
  }
  if (query.pass in C.composed) found.push(C.composed[query.pass]);
  if (narrows(query)) found.push(C.texts.narrowed);
  const gradient = query.pass === "backward" || query.pass === "forward_backward";
  if (gradient && "max_ulp" in query.tolerance.limits) found.push(C.texts.gradient);
  return found;
}

function originCaveats(choice, run) {
  const said = C.origin[choice.row.origin];
  return said ? [said.replace("{libc}", () => run.libc).replace("{cpu}", () => run.cpu)] : [];
}

function marginCaveats(answer) {
  if (!answer.margin || answer.margin.clear) return [];
  if (answer.margin.interval_95 === null) return [C.texts.few];
  return [C.texts.ambiguous.replace("{key}", () => answer.runnerUp.key)];
}

function disturbed(answer) {
  const timed = [answer.choice, answer.runnerUp, answer.nextMethod].filter((c) => c?.row.disturbed);
  const said = (c) => C.texts.disturbed.replace("{why}", () => c.row.disturbed);
  return timed.map((c) => said(c).replace("{key}", () => c.key));
}

function dataCaveats(answer, choice) {
  const { query, run } = answer;
  const of = ROWS.filter((row) => row.run === run.index);
  const others = [...new Set(of.map((row) => row.inputs))].filter((name) => name !== query.inputs);
  return others.sort().flatMap((inputs) => {
    const there = of.filter((row) => placed(row, { ...query, inputs }));
    const time = there.findLast((row) => row.key === choice.key)?.min;
    const roof = there.findLast((row) => row.method === "relu" && row.place === choice.row.place);
    const ratio = time / roof?.min / choice.timesRelu;
    if (!(choice.timesRelu && ratio > C.longer)) return [];
    return [C.texts.data.replace("{ratio}", ratio.toFixed(1)).replace("{inputs}", inputs)];
  });
}

function aroundCaveats(answer, choice) {
  const { query, run } = answer;
  const there = (row) => row.run === run.index && row.key === choice.key && beside(row, query);
  const rows = ROWS.filter((row) => there(row) && wayOf(row) === "streaming");
  rows.sort((a, b) => a.min - b.min || a.prefetch_bytes - b.prefetch_bytes);
  if (!rows.length || choice.ns / rows[0].min <= C.longer) return [];
  const [name, rest] = C.calls[query.pass].split("(");
  const call = `${name}_streaming(${rest.replace(")", "")}, ${rows[0].prefetch_bytes})`;
  const ratio = (rows[0].min / choice.ns).toFixed(2);
  return [C.texts.around.replace("{call}", () => call).replace("{ratio}", ratio)];
}

function caveats(answer) {
  const { choice, run, notes } = answer;
  const found = choice
    ? [
        ...marginCaveats(answer),
        ...disturbed(answer),
        ...certificateCaveats(answer, choice),
        ...dataCaveats(answer, choice),
        ...aroundCaveats(answer, choice),
        ...originCaveats(choice, run),
      ]
    : [];
  if (run.dirty !== false) found.push(C.texts.dirty);
  if (run.complete === false) found.push(C.texts.interrupted);
  const { load, steal } = run;
  if (typeof load === "number" && load > answer.query.threads + C.busy) {
    found.push(`the machine was busy: load ${load.toFixed(1)} before the run`);
  }
  if (typeof steal === "number" && steal > C.stolen) {
    found.push(`the hypervisor took ${steal.toFixed(1)} % of the time`);
  }
  return [...new Set([...found, ...notes])];
}

// The options of scripts/pick that ask this.
function options(query) {
  const { tolerance } = query;
  const names = ["--trained-with", query.truth, "--dtype", query.dtype, "--pass", query.pass];
  for (const [metric, limit] of Object.entries(tolerance.limits)) {
    names.push(`--${metric.replaceAll("_", "-")}`, g(limit, 12));
  }
  if (tolerance.bitExact) names.push("--bit-exact-after-rounding");
  if (tolerance.exhaustive) names.push("--exhaustive");
  if (tolerance.allow.length) names.push("--allow", [...tolerance.allow].sort().join(","));
  names.push("--level", query.level, "--threads", String(query.threads));
  if (query.isa) names.push("--isa", query.isa);
  if (query.inputs !== "normal2") names.push("--inputs", query.inputs);
  return names;
}

// What measures the numbers again, and asks again of the same file.
function commands(answer) {
  const { query, run } = answer;
  const shown = [answer.choice, answer.runnerUp, answer.nextMethod, answer.nearest];
  const found = shown.filter(Boolean);
  const unique = (values) => [...new Set(values)].join(",");
  const methods = unique(found.map((c) => c.row.method));
  const places = unique(found.map((c) => c.row.place));
  const own = query.level.startsWith("n");
  const bench =
    own || query.inputs !== "normal2"
      ? ["build/release/bin/gelu-throughput", "--inputs", query.inputs]
      : ["scripts/bench", "--only", "throughput"];
  const time = [...bench, "--machine", run.machine, "--methods", methods, "--backends", places];
  time.push("--dtypes", query.dtype, "--passes", query.pass);
  time.push(...(own ? ["--n", query.level.slice(1)] : ["--levels", query.level]));
  time.push("--threads", String(query.threads), "--seed", String(run.seed));
  const parts = partsOf(query);
  const whole = found.some((c) => c.errors.some((e) => e.exhaustive));
  const certify = ["build/release/bin/gelu-accuracy", "--methods", methods];
  certify.push("--dtypes", parts[0][1], "--passes", parts.map(([pass]) => pass).join(","));
  if (whole && parts[0][1] === "f32") certify.push("--exhaustive", "--one-backend");
  const ask = ["scripts/pick", ...options(query), run.path];
  const checkout = ["git", "checkout", run.commit.slice(0, 12)];
  return [checkout, time, certify, ask].map((line) => line.map(quoted).join(" "));
}

function snippet(answer) {
  const { query, choice } = answer;
  return [
    "#include <gelu/gelu.h>",
    "",
    `const gelu_kernel* k = gelu_find("${choice.key}");`,
    "if (k == NULL) { /* this processor cannot run it */ }",
    `int code = ${C.calls[query.pass]}; /* ${C.types[query.dtype]}; 0, or see gelu_error(code) */`,
    "",
    "/* CMake: find_package(gelubench REQUIRED)",
    "          target_link_libraries(my_program PRIVATE gelu::kernels) */",
  ].join("\n");
}

// What `pick --json` says of a kernel, without its errors.
function described(c) {
  return c && { key: c.key, ns: c.ns, times_relu: c.timesRelu, reasons: c.reasons };
}

// The answer as a program gets it: the tests compare it with the command's.
function plain(answer) {
  if (answer === null) return null;
  const error = (c) => {
    const of = Object.keys(C.metrics).map((metric) => [metric, errorOf(c, metric)]);
    return Object.fromEntries(of.map(([m, v]) => [m, Number.isFinite(v) ? v : v && String(v)]));
  };
  const whole = (c) => c && { ...described(c), errors: error(c) };
  return {
    machine: answer.run.machine,
    choice: whole(answer.choice),
    runner_up: whole(answer.runnerUp ?? null),
    margin: answer.margin ?? null,
    next_method: whole(answer.nextMethod ?? null),
    next_method_margin: answer.nextMargin ?? null,
    nearest: whole(answer.nearest),
    refused: answer.refused.map(whole),
    not_timed: answer.unchecked.map(({ key, reason: why }) => ({ key, reason: why })),
    caveats: caveats(answer),
    reproduce: commands(answer),
  };
}
