// SPDX-License-Identifier: Apache-2.0
// The answer: what scripts/pick would say of the same question.

const question = {
  truth: "erf",
  metric: "max_ulp",
  limit: "4",
  exhaustive: false,
  allow: [],
};

function queryOf(state) {
  const limits = question.metric === "bits" ? {} : { [question.metric]: Number(question.limit) };
  return {
    truth: question.truth,
    machine: state.machine,
    dtype: state.dtype,
    pass: state.pass,
    level: state.level,
    threads: state.threads,
    isa: state.isa,
    inputs: "normal2",
    tolerance: {
      limits,
      bitExact: question.metric === "bits",
      exhaustive: question.exhaustive,
      allow: question.allow,
    },
  };
}

function fact(value, name) {
  return el("div", {}, el("b", {}, value), el("span", {}, name));
}

function marginText(m) {
  if (!m.interval_95) return `${percent(m.ratio)} time, no interval`;
  const [low, high] = m.interval_95;
  return `${percent(m.ratio)} time, 95 %: ${percent(low)} to ${percent(high)}`;
}

function errorFacts(c) {
  const derived = c.errors.some((e) => e.basis === "bound") ? "≤ " : "";
  const seen = c.errors.every((e) => e.exhaustive) ? "every input" : "largest seen";
  return Object.entries(C.metrics)
    .map(([metric, unit]) => [errorOf(c, metric), unit.trim()])
    .filter(([value]) => value !== null)
    .map(([value, unit]) => fact(derived + g(value, 3), `${unit}, ${seen}`));
}

function chosenFacts(answer) {
  const { choice } = answer;
  return el(
    "div",
    { class: "facts" },
    fact(`${g(choice.ns, 4)} ns`, "per element, fastest sample"),
    choice.timesRelu ? fact(`${g(choice.timesRelu, 3)} x`, "relu's time") : null,
    errorFacts(choice),
  );
}

// The fastest of each method and kind of reason; others of the same are counted.
function refusedTable(answer) {
  const groups = new Map();
  for (const c of answer.refused) {
    const name = [c.row.method, ...c.reasons.map((r) => r.kind)].join(" ");
    groups.set(name, [...(groups.get(name) ?? []), c]);
  }
  const lines = [...groups.values()].map(([first, ...more]) => [
    [`${first.row.method} ${first.row.place}${more.length ? ` +${more.length}` : ""}`, "k"],
    [g(first.ns, 4), "n"],
    first.reasons.map((r) => r.text).join("; "),
  ]);
  for (const { key, reason: why } of answer.unchecked) {
    lines.push([[key, "k"], "", `failed its check before the stopwatch: ${why}`]);
  }
  if (!lines.length) return [];
  const title = answer.choice ? "Faster, and refused" : "Refused";
  return [el("h3", {}, title), tableOf([["kernel"], ["best ns", "n"], ["why"]], lines)];
}

function others(answer) {
  const lines = [];
  const add = (name, c, m) => {
    if (c) lines.push([name, c.key, g(c.ns, 4), marginText(m)]);
  };
  add("runner-up", answer.runnerUp, answer.margin);
  const other = answer.nextMethod === answer.runnerUp ? null : answer.nextMethod;
  add("next method", other, answer.nextMargin);
  const columns = [[""], ["kernel", "k"], ["best ns", "n"], ["against the choice", "k"]];
  return lines.length ? tableOf(columns, lines) : "";
}

function folded(title, open, ...nodes) {
  return el("details", { open }, el("summary", {}, title), nodes.flat());
}

function nearestText(c) {
  return `The nearest: ${c.key}, ${g(c.ns, 4)} ns. ${c.reasons.map((r) => r.text).join("; ")}.`;
}

function answerNodes(state) {
  const query = queryOf(state);
  const limit = query.tolerance.limits[question.metric] ?? 0;
  const empty = question.metric !== "bits" && question.limit.trim() === "";
  if (empty || !(limit >= 0) || limit === Infinity) {
    return [el("p", { class: "warn" }, "The limit is no error to stay within.")];
  }
  const answer = pick(query);
  if (answer === null) return [el("p", { class: "warn" }, "Nothing was timed for this.")];
  const { choice } = answer;
  const mind = caveats(answer);
  const first = choice
    ? [el("p", { class: "answer some", id: "choice" }, choice.key), chosenFacts(answer)]
    : [
        el("p", { class: "answer none", id: "choice" }, "None is within the tolerance"),
        el("p", {}, nearestText(answer.nearest)),
      ];
  const again = [el("h3", {}, "Measure again"), el("pre", {}, commands(answer).join("\n"))];
  const code = choice ? [el("h3", {}, "Use it"), el("pre", {}, snippet(answer))] : [];
  return [
    ...first,
    others(answer),
    mind.length ? el("ul", { class: "mind" }, mind.map((text) => el("li", {}, text))) : "",
    folded("Why not a faster one", !choice, refusedTable(answer)),
    folded("Code, and the commands that measure it again", false, code, again),
  ].filter((node) => node !== "");
}

function showCard(state) {
  $("answer").replaceChildren(...answerNodes(state));
}

function limitBox(changed) {
  const typed = (event) => changed(event.target.value);
  const attributes = { name: "limit", value: question.limit, size: 8, inputmode: "decimal" };
  return el("label", {}, "at most", el("input", { ...attributes, oninput: typed }));
}

const TOLERANCES = [
  ["max_ulp", "ulp"],
  ["max_abs", "absolute"],
  ["max_rel", "relative"],
  ["bits", "correctly rounded"],
];

function cardControls(changed) {
  const set = (name) => (value) => {
    question[name] = value;
    limit.hidden = question.metric === "bits";
    changed();
  };
  const allow = (kind) => (on) => {
    const others = question.allow.filter((k) => k !== kind);
    question.allow = on ? [...others, kind] : others;
    changed();
  };
  const limit = limitBox(set("limit"));
  const kinds = Object.keys(C.kinds);
  return el(
    "div",
    { class: "row" },
    select("truth", "trained with", C.gelu.map((f) => [f]), question.truth, set("truth")),
    select("tolerance", "error", TOLERANCES, question.metric, set("metric")),
    limit,
    checkbox("exhaustive", "every input tried", false, set("exhaustive")),
    kinds.map((kind) => checkbox(`allow-${kind}`, `allow ${kind}`, false, allow(kind))),
  );
}
