// SPDX-License-Identifier: Apache-2.0
// pick.py again: the fastest kernel within a tolerance, and what speaks against the others.
// The certificates that a query takes: what composed passes are made of, in which type.
function partsOf(query) {
  if (query.pass === "forward_backward") {
    return [["forward", query.dtype], ["backward", query.dtype]];
  }
  if (narrows(query)) return [["forward", "f32"]];
  const composed = query.pass === "bias" || query.pass === "gated";
  return [[composed ? "forward" : query.pass, query.dtype]];
}

function narrows(query) {
  return C.narrow.includes(query.dtype) && (query.pass === "bias" || query.pass === "gated");
}

// Rows of one cell, place and kind of data.
function beside(row, query) {
  return (
    row.dtype === query.dtype &&
    row.pass === query.pass &&
    row.level === query.level &&
    row.threads === query.threads &&
    row.inputs === query.inputs
  );
}

function placed(row, query) {
  return beside(row, query) && wayOf(row) === "plain";
}

function candidate(row, query, roofs) {
  const ids = row.errors[query.truth];
  const errors = ids.map((id) => id !== null && { ...ERRORS[id], notes: [...ERRORS[id].notes] });
  const found = errors.flatMap((e) => judge(e || null, query.tolerance));
  if (isPeer(row)) {
    found.push({ kind: "peer", text: "another library's: gelu_find does not know it" });
  }
  if (row.gone) found.push({ kind: "gone", text: C.gone });
  const texts = found.map((r) => `${r.kind} ${r.text}`);
  const roof = roofs.get(row.place);
  return {
    row,
    key: row.key,
    ns: row.min,
    errors: errors.filter(Boolean),
    reasons: found.filter((_, i) => texts.indexOf(texts[i]) === i),
    timesRelu: roof ? row.min / roof.min : null,
  };
}

function errorOf(c, metric) {
  const values = c.errors.map((e) => number(e[metric]));
  return values.length && values.every((v) => v !== null) ? Math.max(...values) : null;
}

// How far beyond the tolerance: the largest error over its limit; unknown is infinite.
function excess(c, tolerance) {
  const ratios = [1];
  for (const [metric, limit] of Object.entries(tolerance.limits)) {
    const value = errorOf(c, metric);
    ratios.push(value === null ? Infinity : limit ? value / limit : 1 + value);
  }
  if (tolerance.bitExact) {
    const ulp = errorOf(c, "max_ulp");
    ratios.push(ulp === null ? Infinity : Math.max(ulp, 0.5) / 0.5);
  }
  return Math.max(...ratios);
}

// Ours before a peer; wrong results weigh more than distance, distance more than time.
function nearest(refused, tolerance) {
  const order = (c) => {
    const kinds = new Set(c.reasons.map((r) => r.kind));
    return [
      kinds.has("peer") || kinds.has("gone") ? 1 : 0,
      kinds.has("uncertified") ? 1 : 0,
      ["nan", "inf", "sign"].filter((kind) => kinds.has(kind)).length,
      excess(c, tolerance),
      tolerance.bitExact ? c.errors.reduce((sum, e) => sum + (e.not_correct || 0), 0) : 0,
      c.ns,
    ];
  };
  const before = (a, b) => {
    const i = a.findIndex((v, k) => v !== b[k]);
    return i >= 0 && a[i] < b[i];
  };
  return refused.reduce((best, c) => (before(order(c), order(best)) ? c : best));
}

function byTime(a, b) {
  return a.ns - b.ns || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

// null where nothing was timed.
function pick(query) {
  const { run, notes } = choose(query.machine, query.dtype, query.pass);
  if (run === null) return null;
  const of = ROWS.filter((row) => row.run === run.index && placed(row, query));
  const roofs = new Map(of.filter((r) => r.method === "relu").map((r) => [r.place, r]));
  const rows = new Map();
  for (const row of of) {
    const timed = C.gelu.includes(row.formula) && runsOn(row.isa, query.isa);
    if (timed && !rows.has(row.key)) rows.set(row.key, row);
  }
  if (!rows.size) return null;
  const found = [...rows.values()].map((row) => candidate(row, query, roofs)).sort(byTime);
  const allowed = found.filter((c) => !c.reasons.length);
  const choice = allowed[0] ?? null;
  const refused = found.filter((c) => c.reasons.length && (!choice || c.ns <= choice.ns));
  const unchecked = run.refused.filter(
    (r) => r.pass === query.pass && r.dtype === query.dtype && runsOn(r.isa, query.isa),
  );
  const answer = { query, run, notes, choice, allowed, refused, unchecked };
  if (!choice) return { ...answer, nearest: nearest(refused, query.tolerance) };
  const other = allowed.find((c) => c.row.method !== choice.row.method) ?? null;
  const runnerUp = allowed[1] ?? null;
  const roof = roofs.get(choice.row.place);
  return {
    ...answer,
    nearest: null,
    runnerUp,
    margin: runnerUp && margin(choice.row, runnerUp.row, roof),
    nextMethod: other,
    nextMargin: other && margin(choice.row, other.row, roof),
  };
}
