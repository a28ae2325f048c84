// SPDX-License-Identifier: Apache-2.0
// What each picture shows of the tables, for the state of the controls: views.py again.

const isPeer = (row) => C.peers.includes(row.backend);
const isRoof = (row) => row.method === "relu" || row.method === "copy";

// Times of the cell that is looked at, at any level.
function cellRows(state) {
  const { run } = choose(state.machine, state.dtype, state.pass);
  if (run === null) return [];
  return ROWS.filter(
    (row) =>
      row.run === run.index &&
      row.dtype === state.dtype &&
      row.pass === state.pass &&
      row.threads === state.threads &&
      row.inputs === "normal2" &&
      wayOf(row) === state.way &&
      runsOn(row.isa, state.isa),
  );
}

// Largest error of a row in the metric that is looked at; null: unknown.
function shownError(row, state) {
  if (state.metric === "bf16") return number(row.bf16_ulp);
  const ids = row.errors[state.distance === "total" ? "erf" : row.formula];
  if (!ids) return null;
  const values = ids.map((id) => (id === null ? null : number(ERRORS[id][state.metric])));
  return values.every((v) => v !== null) ? Math.max(...values) : null;
}

function isaShown(row) {
  return Object.hasOwn(C.colours.light, row.isa) ? row.isa : "other";
}

// The backend on which relu is fastest, and its roofs.
function roofsOf(rows) {
  const relu = rows.filter((row) => row.method === "relu" && !isPeer(row));
  if (!relu.length) return [];
  const best = relu.reduce((a, b) => (b.median < a.median ? b : a));
  return rows.filter((row) => isRoof(row) && row.place === best.place);
}

// What no other beats in both time and error.
function frontOf(points) {
  const order = (a, b) => b.speed - a.speed || a.error - b.error || (a.key < b.key ? -1 : 1);
  let best = Infinity;
  return [...points].sort(order).filter((point) => {
    const front = point.error < best;
    if (front) best = point.error;
    return front;
  });
}

function paretoView(state) {
  const rows = cellRows(state).filter((row) => row.level === state.level);
  const points = rows
    .filter((row) => C.gelu.includes(row.formula))
    .map((row) => ({
      id: row.id,
      key: row.key,
      method: row.method,
      formula: row.formula,
      isa_shown: isaShown(row),
      peer: isPeer(row),
      speed: 1 / row.median,
      error: Math.min(shownError(row, state) ?? 0, C.most),
    }))
    .filter((point) => point.error > 0);
  const front = new Set(frontOf(points).map((point) => point.id));
  const roofs = roofsOf(rows).map((row) => ({
    method: row.method,
    name: `${row.method}, ${row.place}`,
    speed: 1 / row.median,
  }));
  return { points: points.map((point) => ({ ...point, front: front.has(point.id) })), roofs };
}

function matrixView(state) {
  const rows = cellRows(state).filter((row) => row.level === state.level);
  const middle = Math.sqrt(
    Math.min(...rows.map((row) => row.median)) * Math.max(...rows.map((row) => row.median)),
  );
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    place: row.place,
    ns: row.median,
    text: g(row.median, 2),
    bright: row.median < middle,
  }));
}

// Without a front, because nothing is certified, all are alike.
function roleOf(row, front) {
  if (isRoof(row)) return "roof";
  return front.size === 0 || front.has(row.method) ? "front" : "other";
}

function sweepView(state) {
  const all = cellRows(state);
  const best = roofsOf(all);
  const backend = best.length ? best[0].place : "";
  const here = paretoView(state).points.filter((point) => point.key.endsWith(`/${backend}`));
  const front = new Set(frontOf(here).map((point) => point.method));
  const rows = all
    .filter((row) => row.place === backend && row.bytes_per_element)
    .filter((row) => isRoof(row) || C.gelu.includes(row.formula))
    .map((row) => ({
      id: row.id,
      key: row.key,
      method: row.method,
      bytes: row.n * row.bytes_per_element,
      ns: row.median,
      role: roleOf(row, front),
    }))
    .sort((a, b) => a.bytes - b.bytes);
  const starts = new Map([...rows].reverse().map((row) => [row.key, row.id]));
  return { sweep: rows.map((row) => ({ ...row, first: starts.get(row.key) === row.id })), backend };
}

function cachesView(run) {
  return run.caches
    .filter((cache) => cache.type !== "Instruction")
    .map((cache) => ({ name: `L${cache.level}`, bytes: cache.bytes }));
}

// Floating-point operations per element, where the record counts them: an fma is two; what a
// library does is not known.
function flopsOf(row) {
  const { operations } = DATA.runs[row.run];
  const pass = row.pass === "backward" ? "backward" : "forward";
  const single = row.pass === "forward" || row.pass === "backward";
  const counted = operations[`${row.method}/${pass}`];
  return single && row.dtype !== "f64" && counted !== undefined ? counted : null;
}

// Of the level that is looked at, against the memory roof of each level.
function rooflineView(state) {
  const all = cellRows(state);
  const front = new Set(paretoView(state).points.filter((p) => p.front).map((p) => p.id));
  const points = all
    .filter((row) => row.level === state.level && C.gelu.includes(row.formula) && flopsOf(row))
    .map((row) => ({
      id: row.id,
      key: row.key,
      method: row.method,
      formula: row.formula,
      isa_shown: isaShown(row),
      intensity: flopsOf(row) / row.bytes_per_element,
      gflops: flopsOf(row) / row.median,
      named: front.has(row.id),
    }));
  if (!points.length) return { points, roofs: [] };
  const at = points.map((point) => point.intensity);
  const ends = [Math.min(...at) / 1.5, Math.max(...at) * 1.5];
  const line = (name, rate) => {
    const flat = rate(1) === rate(2);
    return ends.map((x, i) => ({ name, intensity: x, gflops: rate(x), first: i === 0, flat }));
  };
  const roofs = roofsOf(all)
    .filter((row) => row.method === "relu")
    .flatMap((row) => {
      const bytes = row.bytes_per_element / row.median;
      return line(`${row.level}: ${g(bytes, 3)} GB/s`, (x) => x * bytes);
    });
  const most = Math.max(...points.map((point) => point.gflops));
  return { points, roofs: [...roofs, ...line("most measured here", () => most)] };
}
