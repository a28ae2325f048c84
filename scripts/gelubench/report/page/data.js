// SPDX-License-Identifier: Apache-2.0
// The embedded tables as rows.
const DATA = JSON.parse(document.getElementById("data").textContent);
const C = DATA.constants;

// A metric: JSON has no infinities, so they come as text.
function number(value) {
  if (typeof value !== "string") return value ?? null;
  return { inf: Infinity, "-inf": -Infinity, nan: NaN }[value];
}

function unpack(table) {
  const rows = Array.from({ length: table.length }, () => ({}));
  for (const [name, column] of Object.entries(table.columns)) {
    const at = (i) => {
      if (Array.isArray(column)) return column[i];
      return "at" in column ? column.of[column.at[i]] : column.all;
    };
    rows.forEach((row, i) => (row[name] = at(i)));
  }
  return rows;
}

const ROWS = unpack(DATA.times).map((row, id) => ({
  ...row,
  id,
  place: `${row.backend}-${row.isa}`,
  key: `${row.method}/${row.pass}/${row.dtype}/${row.backend}-${row.isa}`,
}));
const ERRORS = unpack(DATA.errors);

// How it was timed: "latency" of dependent calls, or throughput with plain or streaming stores.
const wayOf = (row) => (row.mode === "latency" ? "latency" : (row.stores ?? "plain"));

// Whether code for `isa` runs on every processor that has `target`.
function runsOn(isa, target) {
  if (!target || isa === target) return true;
  const order = C.x86;
  if (!order.includes(isa) || !order.includes(target)) return false;
  return order.indexOf(isa) <= order.indexOf(target === "fma" ? "avx2" : target);
}

// Which run answers for a machine: the newest that has such times. Times of two are never mixed.
function choose(machine, dtype, pass) {
  const timed = (run) =>
    ROWS.some((r) => r.run === run.index && r.dtype === dtype && r.pass === pass);
  const newest = (a, b) => (a.created < b.created ? 1 : a.created > b.created ? -1 : 0);
  const mine = DATA.runs.filter((run) => run.machine === machine).sort(newest).filter(timed);
  if (!mine.length) return { run: null, notes: [] };
  const notes = [];
  if (mine.length > 1) {
    const n = mine.length - 1;
    const runs = `${n} older run${n > 1 ? "s" : ""}`;
    notes.push(`${runs} left out: times of two runs do not compare`);
  }
  const others = [...new Set(DATA.runs.map((run) => run.machine))].filter((m) => m !== machine);
  if (others.length) notes.push(`times of unlike machines left out: ${others.sort().join(", ")}`);
  return { run: mine[0], notes };
}
