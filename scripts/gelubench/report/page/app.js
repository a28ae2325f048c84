// SPDX-License-Identifier: Apache-2.0
// The state of the controls, and all sections for it.

const state = { machine: "", dtype: "", pass: "", level: "", threads: 1, isa: "", metric: "max_abs", distance: "total" };


const unique = (values) => [...new Set(values)];

// Choices that have times, each within those before it; what is not there any more is replaced.
function settle() {
  const keep = (name, values, wanted) => {
    if (!values.includes(state[name])) state[name] = wanted.find((w) => values.includes(w)) ?? values[0];
    return values;
  };
  const found = {};
  found.machine = keep("machine", unique(DATA.runs.map((run) => run.machine)), []);
  const mine = ROWS.filter((row) => DATA.runs[row.run].machine === state.machine);
  found.dtype = keep("dtype", C.dtypes.filter((d) => mine.some((row) => row.dtype === d)), ["f32"]);
  const typed = mine.filter((row) => row.dtype === state.dtype);
  found.pass = keep("pass", Object.keys(C.calls).filter((p) => typed.some((row) => row.pass === p)), ["forward"]);
  const { run } = choose(state.machine, state.dtype, state.pass);
  const cell = typed.filter((row) => run && row.run === run.index && row.pass === state.pass);
  const sizes = unique(cell.map((row) => row.level));
  const named = C.levels.filter((level) => sizes.includes(level));
  found.level = keep("level", [...named, ...sizes.filter((level) => !named.includes(level))], ["l1", "l2"]);
  const leveled = cell.filter((row) => row.level === state.level);
  found.threads = keep("threads", unique(leveled.map((row) => row.threads)).sort(byNumber), [1]);
  found.isa = ["", ...C.x86.filter((isa) => cell.some((row) => row.isa === isa))];
  for (const row of cell) if (!found.isa.includes(row.isa) && Object.hasOwn(C.colours.light, row.isa)) found.isa.push(row.isa);
  keep("isa", found.isa, [""]);
  return found;
}

function controls(found) {
  const set = (name, as = (v) => v) => (value) => {
    state[name] = as(value);
    show();
  };
  const plain = (values) => values.map((v) => [String(v)]);
  const isas = found.isa.map((isa) => [isa, isa ? `with ${isa}` : "any here"]);
  const metrics = [["max_ulp", "ulp"], ["max_abs", "absolute"], ["max_rel", "relative"]];
  if (ROWS.some((row) => row.bf16_ulp !== null && row.dtype === state.dtype)) metrics.push(["bf16", "after bf16"]);
  if (!metrics.some(([name]) => name === state.metric)) state.metric = "max_ulp";
  const from = [["total", "exact GELU"], ["own", "its own formula"]];
  $("filters").replaceChildren(
    found.machine.length > 1 ? select("machine", "machine", plain(found.machine), state.machine, set("machine")) : "",
    select("dtype", "type", plain(found.dtype), state.dtype, set("dtype")),
    select("pass", "pass", plain(found.pass), state.pass, set("pass")),
    select("level", "data in", plain(found.level), state.level, set("level")),
    select("threads", "threads", plain(found.threads), String(state.threads), set("threads", Number)),
    select("isa", "processors", isas, state.isa, set("isa")),
    select("metric", "error in", metrics, state.metric, set("metric")),
    select("distance", "error against", from, state.distance, set("distance")),
  );
}

function about() {
  const { run, notes } = choose(state.machine, state.dtype, state.pass);
  const dirty = run.dirty === false ? "" : ", with local changes";
  const text = `${run.machine}: ${run.cpu}. Version ${run.version}, commit ${run.commit.slice(0, 12)}${dirty}, measured ${run.created}.`;
  $("about").replaceChildren([text, ...notes.map((note) => `${note}.`)].join(" "));
}

// Each section on its own: one that fails says so, the others stay.
let drawing = Promise.resolve();
async function showAll() {
  controls(settle());
  about();
  showCard(state);
  showSpecial(state);
  for (const part of [showPareto, showErrors, showMatrix, showSweep, showRoofline, showMachines]) {
    await part(state);
  }
}

function show() {
  drawing = drawing.then(showAll);
  return drawing;
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
}

function build() {
  const unlike = unique(DATA.runs.map((run) => run.machine)).length > 1;
  const parts = {
    card: [heading("The answer", "What scripts/pick says: the fastest kernel within the error that you can live with."), cardControls(() => showCard(state)), el("div", { id: "answer" })],
    pareto: [heading("Speed and error", "Each point is a kernel; the line is the front: what is faded is beaten in speed and in error. Diamonds are other people's. Hover, or tap, for the whole record."), box("pareto")],
    error: [heading("Error against x", "The largest error in each binade, to the method's own formula."), el("div", { class: "row", id: "error-controls" }), box("error")],
    special: [heading("Special values", "Coloured: another number than the correct one; bold: wrong in kind (sign, zero, NaN, infinite)."), el("div", { id: "special-table" })],
    matrix: [heading("Method and backend", "Nanoseconds per element."), box("matrix")],
    sweep: [heading("Size of the data", "On the backend on which relu is fastest. Coloured: methods on the front above; grey: the others; dashed: the roofs relu and copy."), box("sweep")],
    roofline: [heading("Roofline", "What arithmetic and memory allow."), el("div", { id: "roofline-note" }), box("roofline")],
    machines: [heading("Machines", "The fastest kernel for each allowed error against exact GELU."), unlike ? el("p", { class: "warn", id: "unlike" }, "These are unlike machines: do not divide times of one by times of another. Ratios to relu within one machine are what compares.") : "", el("div", { id: "machines-table" }), box("machines")],
    runs: [heading("The records", "Where these numbers are from."), ...DATA.runs.map(runNode)],
  };
  for (const [name, nodes] of Object.entries(parts)) {
    $(name).replaceChildren(...nodes.flat().filter((node) => node !== ""));
  }
}

function runNode(run) {
  const facts = Object.entries({ ...run.facts, isa: run.isa.join(" "), ...run.environment, created: run.created, commit: run.commit, dirty: run.dirty, compiler: run.build.compiler, flags: run.build.flags, command: run.argv.join(" ") });
  const shown = facts.filter(([, value]) => value !== null).map(([name, value]) => [name, [String(value), "mono"]]);
  const absent = run.absent.map(({ what, reason: why }) => [what, why]);
  const refused = run.refused.map(({ key, reason: why }) => [key, why]);
  const list = (title, rows) => (rows.length ? [el("h3", {}, title), tableOf([["what"], ["why"]], rows)] : []);
  return el("details", {}, el("summary", {}, `${run.machine}, ${run.created}: ${run.path}`), tableOf([[""], [""]], shown), list("Absent", absent), list("Failed the check before the stopwatch", refused));
}

const wanted = window.matchMedia("(prefers-color-scheme: dark)");
setTheme(wanted.matches ? "dark" : "light");
wanted.addEventListener("change", () => { setTheme(wanted.matches ? "dark" : "light"); show(); });
$("theme").addEventListener("click", () => { setTheme(theme() === "dark" ? "light" : "dark"); show(); });
build();
window.gelubench = { state, show, pick: (query) => plain(pick(query)), views, ready: show(), paretoView, sweepView, matrixView, DATA };
