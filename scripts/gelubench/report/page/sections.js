// SPDX-License-Identifier: Apache-2.0
// One function for each section below the answer: fills it for the state of the controls.

const METRICS = {
  max_ulp: "largest error, ulp",
  max_abs: "largest error, absolute",
  max_rel: "largest error, relative",
  bf16: "largest error after rounding to bf16, ulp of bf16",
};

function errorTitle(state) {
  const total = state.metric === "bf16" || state.distance === "total";
  const from = total ? "exact GELU" : "its own formula";
  const capped = state.metric === "max_ulp" ? ` (at most ${g(C.most, 2)} drawn)` : "";
  return `${METRICS[state.metric]}, against ${from}${capped}`;
}

function isaHoles(points) {
  const seen = new Set(points.map((point) => point.isa_shown));
  const isas = Object.keys(C.colours.light).filter((isa) => seen.has(isa));
  return { isas, colours: isas.map((isa) => C.colours[theme()][isa]) };
}

function empty(name, text) {
  $(`${name}-chart`).replaceChildren(el("p", { class: "lead" }, text));
  views.get(`${name}-chart`)?.finalize();
  views.delete(`${name}-chart`);
}

function threadsText(state) {
  return `${state.threads} thread${state.threads > 1 ? "s" : ""}`;
}

function speedTitle(state) {
  if (state.way === "latency") return "dependent calls per ns";
  const stores = state.way === "streaming" ? ", streaming stores" : "";
  return `elements per ns, ${threadsText(state)}, data in ${state.level.toUpperCase()}${stores}`;
}

function paretoHoles(state, points) {
  const titles = { "error title": errorTitle(state), "speed title": speedTitle(state) };
  return { ...titles, ...isaHoles(points) };
}

// The states beside each other; one, where the picture is not split.
function facetsOf(state) {
  if (state.facet === "") return [];
  const values = choices(state)[state.facet].filter(Boolean);
  const states = values.map((value) => ({ ...state, [state.facet]: value }));
  const settled = state.facet === "level" ? states // of other types, too: those have no points
    : states.map((s) => ({ ...s, level: nearestLevel(s) }));
  return settled.filter((s) => paretoView(s).points.length);
}

// The level that is looked at, or the first at which the cell was timed.
function nearestLevel(state) {
  const levels = [...new Set(cellRows(state).map((row) => row.level))];
  return levels.includes(state.level) ? state.level : levels[0];
}

async function showPareto(state) {
  for (const name of [...views.keys()].filter((n) => n.startsWith("pareto-"))) {
    views.get(name).finalize();
    views.delete(name);
  }
  const facets = facetsOf(state);
  const parts = facets.map((s, i) =>
    el("div", {}, el("h3", {}, s[state.facet]), el("div", { class: "chart", id: `pareto-${i}` })));
  $("pareto-chart").replaceChildren(...parts);
  $("pareto-chart").className = facets.length ? "facets" : "chart";
  for (const [i, s] of facets.entries()) {
    const data = paretoView(s);
    await draw("pareto", paretoHoles(s, data.points), data, `pareto-${i}`);
  }
  if (facets.length) return;
  const data = paretoView(state);
  if (!data.points.length) return empty("pareto", "No kernel here has both a time and this error.");
  await draw("pareto", paretoHoles(state, data.points), data);
}

const matrixOrder = (rows) => {
  const order = [...new Set(ROWS.map((row) => row.method))];
  const shown = new Set(rows.map((row) => row.method));
  return order.filter((method) => shown.has(method));
};

async function showMatrix(state) {
  const cells = matrixView(state);
  if (!cells.length) return empty("matrix", "Nothing was timed here.");
  const places = [...new Set(cells.map((cell) => cell.place))];
  return draw("matrix", { methods: matrixOrder(cells), places }, { cells });
}

async function showSweep(state) {
  const { sweep, backend } = sweepView(state);
  const { run } = choose(state.machine, state.dtype, state.pass);
  if (!sweep.some((row) => row.role === "front")) {
    return empty("sweep", "Nothing was timed here on the backend on which relu is fastest.");
  }
  const sizes = sweep.map((row) => row.bytes);
  const caches = cachesView(run).filter(
    (c) => c.bytes >= Math.min(...sizes) && c.bytes <= Math.max(...sizes),
  );
  const methods = matrixOrder(sweep.filter((row) => row.role === "front"));
  const title = `ns per element, ${backend}, ${threadsText(state)}`;
  return draw("sweep", { "time title": title, methods }, { sweep, caches });
}

function specialRow(row) {
  const cells = row.values.map((text, i) => [text, ["n", "n near", "n wrong"][row.states[i]]]);
  return [[row.method, "k"], row.fma ? "yes" : "no", [row.place, "k"], ...cells];
}

function showSpecial(state) {
  const { run } = choose(state.machine, state.dtype, state.pass);
  const found = DATA.special.find(
    (t) => run && t.run === run.index && t.dtype === state.dtype && t.pass === state.pass,
  );
  if (!found) {
    $("special-table").replaceChildren("The record has no special values for this type and pass.");
    return;
  }
  const columns = [["method"], ["fma"], ["on"], ...found.inputs.map((name) => [name, "n"])];
  const rows = unpack(found.rows);
  const lines = Object.entries(found.correct).flatMap(([formula, values]) => [
    { kind: "right", cells: [`${formula}, correct`, "", "", ...values.map((v) => [v, "n"])] },
    ...rows.filter((row) => row.formula === formula).map(specialRow),
  ]);
  const table = tableOf(columns, lines);
  table.classList.add("tall");
  $("special-table").replaceChildren(table);
}

// Of each machine, the fastest kernel for each allowed error, by the first level that it has.
function fastestOf(machine, state, allowed) {
  const own = { ...state, machine, metric: allowed.metric, distance: "total" };
  const rows = cellRows(own).filter((row) => row.level === state.level);
  const within = rows
    .filter((row) => C.gelu.includes(row.formula))
    .filter((row) => {
      const error = shownError(row, own);
      return error !== null && error <= allowed.limit;
    })
    .sort((a, b) => a.median - b.median || (a.key < b.key ? -1 : 1));
  if (!within.length) return "none";
  const relu = rows.find((row) => row.method === "relu" && row.place === within[0].place);
  const ratio = relu ? `, ${g(within[0].median / relu.median, 2)} x relu` : "";
  return `${within[0].method} ${within[0].place}: ${g(within[0].median, 3)} ns${ratio}`;
}

function machineRows(machine, state) {
  const rows = cellRows({ ...state, machine }).filter((row) => row.level === state.level);
  const best = new Map();
  for (const row of rows.filter((r) => C.gelu.includes(r.formula))) {
    const relu = rows.find((r) => r.method === "relu" && r.place === row.place);
    if (!relu) continue;
    const ratio = row.median / relu.median;
    if (!best.has(row.method) || row.median < best.get(row.method).ns) {
      const cell = { id: row.id, method: row.method, machine, ns: row.median, times_relu: ratio };
      best.set(row.method, cell);
    }
  }
  return [...best.values()];
}

async function showMachines(state) {
  const machines = [...new Set(DATA.runs.map((run) => run.machine))];
  const columns = [["allowed error"], ...machines.map((name) => [name])];
  const lines = C.allowed.map((allowed) => [
    allowed.text,
    ...machines.map((machine) => fastestOf(machine, state, allowed)),
  ]);
  $("machines-table").replaceChildren(tableOf(columns, lines));
  const rows = machines.flatMap((machine) => machineRows(machine, state));
  if (machines.length < 2 || !rows.length) return empty("machines", "");
  const title = `time of the best backend over relu's, same machine, ${state.level.toUpperCase()}`;
  const methods = matrixOrder(rows);
  const holes = { "ratio title": title, methods, height: 17 * methods.length };
  return draw("machines", holes, { machines: rows });
}
