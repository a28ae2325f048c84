// SPDX-License-Identifier: Apache-2.0
// Error against x: up to two methods, each with and without fma.

const against = { method: "", other: "" };

function curvesOf(state) {
  const { run } = choose(state.machine, state.dtype, state.pass);
  return DATA.curves.filter(
    (c) => run && c.run === run.index && c.dtype === state.dtype && c.pass === state.pass,
  );
}

function curveName(curve) {
  const bits = curve.fma ? "fma" : "no fma";
  const where = curve.origin === "portable" ? bits : `${curve.backend}-${curve.isa}`;
  return `${curve.method}, ${where}`;
}

// Corners of a line of steps; the last bin ends where a next one would begin.
function steps(curve, metric) {
  const values = curve[metric].map(number);
  const first = -values.length / 2;
  const at = (i) => ({
    at: first + i,
    middle: first + i + 0.5,
    error: Math.min(Math.max(values[Math.min(i, values.length - 1)], C.floor[metric]), 1e38),
    kernel: curveName(curve),
  });
  return [...values.keys(), values.length].map(at);
}

function curveRules(state, metric, shown) {
  if (metric === "ulp") {
    const digits = { f64: 53, f16: 11, bf16: 8, f32_bf16: 8 }[state.dtype] ?? 24;
    return [
      { error: 0.5, text: "correctly rounded" },
      { error: 2 ** digits, text: "no digit right" },
    ];
  }
  return DATA.models
    .filter((m) => m.dtype === state.dtype && m.pass === state.pass && m.run === shown[0].run)
    .filter((m) => m.formula !== "erf" && shown.some((curve) => curve.formula === m.formula))
    .map((m) => ({ error: number(m.max_abs), text: `${m.formula} formula to exact GELU` }));
}

async function showErrors(state) {
  const found = curvesOf(state);
  const names = [...new Set(found.map((curve) => curve.method))];
  if (!names.length) {
    $("error-controls").replaceChildren();
    return empty("error", "The record has no errors by binade for this type and pass.");
  }
  const first = names.includes("erf_mills") ? "erf_mills" : names[0];
  if (!names.includes(against.method)) against.method = first;
  if (!names.includes(against.other)) against.other = names.includes("erf_libm") ? "erf_libm" : "";
  const set = (name) => (value) => {
    against[name] = value;
    show();
  };
  const all = names.map((name) => [name]);
  $("error-controls").replaceChildren(
    select("curve", "method", all, against.method, set("method")),
    select("other", "beside", [["", "none"], ...all], against.other, set("other")),
  );
  const shown = [against.method, against.other]
    .flatMap((name) => found.filter((curve) => curve.method === name))
    .filter((curve, i, all) => all.indexOf(curve) === i);
  const metric = state.metric === "max_abs" || state.metric === "max_rel" ? "abs" : "ulp";
  const data = shown.flatMap((curve) => steps(curve, metric));
  const rules = curveRules(state, metric, shown);
  const top = Math.max(...[...data, ...rules].map((row) => row.error)) * 4;
  const seen = shown.every((curve) => curve.exhaustive) ? "" : " seen";
  const title = `largest error${seen} in the binade, ${metric === "ulp" ? "ulp" : "absolute"}`;
  const kernels = [...new Set(data.map((row) => row.kernel))];
  const holes = { "error title": title, floor: C.floor[metric], top, kernels };
  return draw("error", holes, { steps: data, rules });
}
