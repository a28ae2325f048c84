// SPDX-License-Identifier: Apache-2.0
// Elements are made here and nowhere else, and text of a record is only ever text.

const $ = (id) => document.getElementById(id);

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== ""));
  return node;
}

// Columns are [title, class]; cells are text, nodes, or [text, class].
function tableOf(columns, rows) {
  const head = columns.map(([title, kind]) => el("th", { class: kind ?? null }, title));
  const cell = (value, i) => {
    const [content, kind] = Array.isArray(value) ? value : [value, columns[i][1] ?? null];
    return el("td", { class: kind ?? null }, content ?? "");
  };
  const body = rows.map((row) => {
    const cells = Array.isArray(row) ? row : row.cells;
    return el("tr", { class: row.kind ?? null }, cells.map(cell));
  });
  const whole = el("table", {}, el("thead", {}, el("tr", {}, head)), el("tbody", {}, body));
  return el("div", { class: "wide" }, whole);
}

function select(name, title, choices, value, changed) {
  const options = choices.map(([v, text]) => {
    const option = el("option", { value: v }, text ?? v);
    option.selected = v === value;
    return option;
  });
  const box = el("select", { name, onchange: (e) => changed(e.target.value) }, options);
  return el("label", {}, title, box);
}

function checkbox(name, title, value, changed) {
  const box = el("input", { type: "checkbox", name, onchange: (e) => changed(e.target.checked) });
  box.checked = value;
  return el("label", { class: "check" }, box, title);
}

function heading(title, ...lead) {
  return [el("h2", {}, title), el("p", { class: "lead" }, lead.join(" "))];
}
