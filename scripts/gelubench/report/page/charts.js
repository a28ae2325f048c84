// SPDX-License-Identifier: Apache-2.0
// Pictures: a specification, its holes filled, drawn in the theme; hovering shows the record.

const views = new Map(); // what is drawn, by the name of its section

function fill(spec, holes, datasets) {
  let text = JSON.stringify(spec);
  for (const [name, value] of Object.entries(holes)) {
    const hole = Array.isArray(value) ? [`@${name}@`] : `@${name}@`;
    text = text.replaceAll(JSON.stringify(hole), () => JSON.stringify(value));
  }
  return { ...JSON.parse(text), datasets };
}

function shownValue(value) {
  if (Number.isInteger(value)) return grouped(value);
  if (typeof value === "number") return g(value, 5);
  if (Array.isArray(value)) return value.map(shownValue).join(", ");
  return String(value);
}

// Everything that is known of a time and of its kernel's errors.
function wholeRecord(row) {
  const skip = ["id", "run", "errors", "samples", "sample_times_s", "key", "place", "median"];
  const facts = [["ns per element", g(row.median, 5)], ["elements per s", g(1e9 / row.median, 5)]];
  for (const [truth, ids] of Object.entries(row.errors)) {
    if (truth !== "erf" && truth !== row.formula) continue;
    const from = truth === "erf" ? "exact GELU" : `the ${truth} formula`;
    for (const e of ids.filter((id) => id !== null).map((id) => ERRORS[id])) {
      const known = Object.entries(C.metrics).filter(([m]) => e[m] !== null);
      const text = known.map(([m, unit]) => g(number(e[m]), 4) + unit).join(", ");
      const how = e.exhaustive ? "every input" : `${e.coverage}: largest seen`;
      facts.push([`error to ${from}, ${e.pass}`, `${text} (${how})`]);
      for (const [kind, [count]] of Object.entries(e.faults)) {
        facts.push([`${kind} (${e.pass})`, `${grouped(count)} results ${C.kinds[kind]}`]);
      }
    }
  }
  for (const [name, value] of Object.entries(row)) {
    if (skip.includes(name) || value === null || value === undefined) continue;
    facts.push([name.replaceAll("_", " "), shownValue(value)]);
  }
  facts.push(["samples, ns", row.samples.map((s) => g(s, 4)).join(", ")]);
  return facts;
}

function tip(handler, event, item, value) {
  const box = $("tip");
  if (!value) {
    box.hidden = true;
    return;
  }
  const row = ROWS[value.id];
  const facts = row
    ? wholeRecord(row)
    : Object.entries(value)
        .filter(([name]) => !["middle", "at"].includes(name))
        .map(([name, v]) => [name, shownValue(v)]);
  const unique = [...new Map(facts).entries()];
  box.replaceChildren(
    el("b", {}, row ? row.key : ""),
    tableOf([["", null], ["", null]], unique).firstChild,
  );
  box.querySelector("thead").remove();
  box.hidden = false;
  const { clientWidth: w, clientHeight: h } = document.documentElement;
  const { offsetWidth, offsetHeight } = box;
  const right = event.clientX + 16;
  const left = right + offsetWidth > w ? event.clientX - offsetWidth - 16 : right;
  box.style.left = `${Math.max(8, left)}px`;
  box.style.top = `${Math.max(8, Math.min(event.clientY + 12, h - offsetHeight - 8))}px`;
}

const theme = () => document.documentElement.dataset.theme;

// On a phone a legend is broken into lines.
function themed() {
  const config = DATA.themes[theme()];
  if (document.documentElement.clientWidth > 640) return config;
  return { ...config, legend: { ...config.legend, columns: 2, labelLimit: 150 } };
}

// Draws into a section's box; a view that was there goes.
async function draw(name, holes, datasets, into = `${name}-chart`) {
  const spec = fill(DATA.charts[name], { ...DATA.inks[theme()], ...holes }, datasets);
  views.get(into)?.finalize();
  const made = await vegaEmbed($(into), spec, {
    actions: false,
    renderer: "svg",
    logLevel: 1, // errors: an empty layer is none
    config: themed(),
    tooltip: tip,
  });
  // A finger does not hover.
  made.view.addEventListener("touchend", (event, item) => {
    tip(null, event.changedTouches[0], item, item?.tooltip);
  });
  views.set(into, made.view);
}

const box = (name) => el("div", { class: "chart", id: `${name}-chart` });
