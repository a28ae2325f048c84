// SPDX-License-Identifier: Apache-2.0
// The state of the controls, and all sections for it.

const state = {
  ...{ machine: "", dtype: "", pass: "", way: "", level: "", threads: 1, isa: "" },
  ...{ metric: "max_abs", distance: "total", facet: "" },
};

const unique = (values) => [...new Set(values)];

// What can be chosen: each control offers what has times within those before it.
function choices(of) {
  const found = { machine: unique(DATA.runs.map((run) => run.machine)) };
  const mine = ROWS.filter((row) => DATA.runs[row.run].machine === of.machine);
  found.dtype = C.dtypes.filter((d) => mine.some((row) => row.dtype === d));
  const typed = mine.filter((row) => row.dtype === of.dtype);
  found.pass = Object.keys(C.calls).filter((p) => typed.some((row) => row.pass === p));
  const { run } = choose(of.machine, of.dtype, of.pass);
  const cell = typed.filter((row) => run && row.run === run.index && row.pass === of.pass);
  found.way = ["plain", "streaming", "latency"].filter((w) => cell.some((r) => wayOf(r) === w));
  const timed = cell.filter((row) => wayOf(row) === of.way);
  const sizes = unique(timed.map((row) => row.level));
  const named = C.levels.filter((level) => sizes.includes(level));
  found.level = [...named, ...sizes.filter((level) => !named.includes(level))];
  const leveled = timed.filter((row) => row.level === of.level);
  found.threads = unique(leveled.map((row) => row.threads)).sort(byNumber);
  const isas = unique(cell.map((row) => row.isa));
  const other = isas.filter((isa) => !C.x86.includes(isa) && Object.hasOwn(C.colours.light, isa));
  found.isa = ["", ...C.x86.filter((isa) => isas.includes(isa)), ...other];
  return found;
}

// Replaces what is not there any more, from the first control on.
function settle() {
  const wanted = { dtype: "f32", pass: "forward", way: "plain", level: "l1", threads: 1, isa: "" };
  for (const name of ["machine", "dtype", "pass", "way", "level", "threads", "isa"]) {
    const there = choices(state)[name];
    if (there.includes(state[name])) continue;
    state[name] = there.includes(wanted[name]) ? wanted[name] : there[0];
  }
  return choices(state);
}

const WAYS = { plain: "plain stores", streaming: "streaming stores", latency: "latency" };
const FROM = [["total", "exact GELU"], ["own", "its own formula"]];
const FACETS = [
  ["", "one picture"],
  ["level", "by level"],
  ["dtype", "by type"],
  ["isa", "by processor"],
];

function metrics() {
  const found = [["max_ulp", "ulp"], ["max_abs", "absolute"], ["max_rel", "relative"]];
  const rounded = ROWS.some((row) => row.bf16_ulp !== null && row.dtype === state.dtype);
  return rounded ? [...found, ["bf16", "after bf16"]] : found;
}

function controls(found) {
  const set = (name, as = (v) => v) => (value) => {
    state[name] = as(value);
    show();
  };
  const plain = (values) => values.map((v) => [String(v)]);
  const isas = found.isa.map((isa) => [isa, isa ? `with ${isa}` : "any here"]);
  const ways = found.way.map((way) => [way, WAYS[way]]);
  const shown = metrics();
  if (!shown.some(([name]) => name === state.metric)) state.metric = "max_ulp";
  const one = (name, title, of) => select(name, title, of, state[name], set(name));
  const threads = set("threads", Number);
  const nodes = [
    found.machine.length > 1 && one("machine", "machine", plain(found.machine)),
    one("dtype", "type", plain(found.dtype)),
    one("pass", "pass", plain(found.pass)),
    found.way.length > 1 && one("way", "timed with", ways),
    one("level", "data in", plain(found.level)),
    select("threads", "threads", plain(found.threads), String(state.threads), threads),
    one("isa", "processors", isas),
    one("metric", "error in", shown),
    one("distance", "error against", FROM),
  ];
  const focused = document.activeElement?.getAttribute("name");
  $("filters").replaceChildren(...nodes.filter(Boolean));
  if (focused) $("filters").querySelector(`[name="${CSS.escape(focused)}"]`)?.focus();
}

function about() {
  const { run, notes } = choose(state.machine, state.dtype, state.pass);
  const dirty = run.dirty === false ? "" : ", with local changes";
  const commit = `commit ${run.commit.slice(0, 12)}${dirty}`;
  const text = `${run.machine}: ${run.cpu}. Version ${run.version}, ${commit}, ${run.created}.`;
  $("about").replaceChildren([text, ...notes.map((note) => `${note}.`)].join(" "));
}

async function showAll() {
  controls(settle());
  about();
  showCard(state);
  showSpecial(state);
  const parts = [showPareto, showErrors, showMatrix, showSweep, showRoofline, showMachines];
  for (const part of parts) await part(state);
}

let drawing = Promise.resolve();
function show() {
  drawing = drawing.then(showAll);
  return drawing;
}

function section(name, title, lead, ...nodes) {
  const children = [...heading(title, lead), ...nodes].filter((node) => node !== "");
  $(name).replaceChildren(...children);
}

function build() {
  section("card", "The answer",
    "What scripts/pick says: the fastest kernel within the error that you can live with.",
    cardControls(() => showCard(state)), el("div", { id: "answer" }));
  const split = select("facet", "split", FACETS, state.facet, (value) => {
    state.facet = value;
    show();
  });
  section("pareto", "Speed and error",
    "Each point is a kernel; the line is the front: what is faded is beaten in speed and in " +
      "error. Diamonds are other people's. Hover, or tap, for the whole record.",
    el("div", { class: "row" }, split), box("pareto"));
  section("error", "Error against x",
    "The largest error in each binade, to the method's own formula.",
    el("div", { class: "row", id: "error-controls" }), box("error"));
  section("special", "Special values",
    "Coloured: another number than the correct one; bold: wrong in kind (sign, zero, NaN, " +
      "infinite).",
    el("div", { id: "special-table" }));
  section("matrix", "Method and backend", "Nanoseconds per element.", box("matrix"));
  section("sweep", "Size of the data",
    "On the backend on which relu is fastest. Coloured: methods on its front; grey: the " +
      "others; dashed: the roofs relu and copy.", box("sweep"));
  section("roofline", "Roofline",
    "Flops are counted by running the methods on numbers that count: additions, multiplications " +
      "and divisions; an fma is two. The diagonals are what relu moves at each level.",
    box("roofline"));
  const unlike = unique(DATA.runs.map((run) => run.machine)).length > 1;
  const warning = "These are unlike machines: do not divide times of one by times of another. " +
    "Ratios to relu within one machine are what compares.";
  section("machines", "Machines",
    "The fastest kernel for each allowed error against exact GELU, at the level chosen above.",
    unlike ? el("p", { class: "warn", id: "unlike" }, warning) : "",
    el("div", { id: "machines-table" }), box("machines"));
  section("runs", "The records", "Where these numbers are from.", ...DATA.runs.map(runNode));
}

function runNode(run) {
  const own = {
    ...run.facts,
    isa: run.isa.join(" "),
    ...run.environment,
    ...{ created: run.created, commit: run.commit, dirty: run.dirty },
    ...{ compiler: run.build.compiler, flags: run.build.flags, command: run.argv.join(" ") },
  };
  const facts = Object.entries(own).filter(([, value]) => value !== null);
  const shown = facts.map(([name, value]) => [name, [String(value), "mono"]]);
  const list = (title, rows) =>
    rows.length ? [el("h3", {}, title), tableOf([["what"], ["why"]], rows)] : [];
  return el(
    "details",
    {},
    el("summary", {}, `${run.machine}, ${run.created}: ${run.path}`),
    tableOf([[""], [""]], shown),
    list("Absent", run.absent.map(({ what, reason: why }) => [what, why])),
    list("Failed the check before the stopwatch", run.refused.map((r) => [r.key, r.reason])),
  );
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
}

const wanted = window.matchMedia("(prefers-color-scheme: dark)");
const preferred = () => (wanted.matches ? "dark" : "light");
setTheme(preferred());
wanted.addEventListener("change", () => {
  setTheme(preferred());
  show();
});
$("theme").addEventListener("click", () => {
  setTheme(theme() === "dark" ? "light" : "dark");
  show();
});
$("tip").addEventListener("click", () => ($("tip").hidden = true));
build();
// For the tests, and for whoever opens the console.
window.gelubench = {
  ...{ DATA, state, views, show, pick: (query) => plain(pick(query)) },
  ...{ paretoView, matrixView, sweepView, rooflineView },
  ready: show(),
};
