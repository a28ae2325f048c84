// SPDX-License-Identifier: Apache-2.0
// What a kernel is refused for: verdict.py again, over errors that it has computed.
const reason = (kind, text) => ({ kind, text });

function place(x) {
  const value = number(x);
  return value === null ? "" : ` at x = ${g(value, 6)}`;
}

function beyondLimit(errors, metric, limit) {
  const value = number(errors[metric]);
  const unit = C.metrics[metric];
  if (value !== null && value <= limit) return null;
  const least = errors[`least_${metric}`];
  if (value !== null && errors.basis === "measured") {
    const text = `${g(value, 4)}${unit}${place(errors[`${metric}_x`])}`;
    const elsewhere = number(errors[`elsewhere_${metric}`]) ?? Infinity;
    if (elsewhere <= limit) {
      return reason("tail", `${text}, in the tail; elsewhere at most ${g(elsewhere, 3)}`);
    }
    return reason("error", text);
  }
  if (least > limit) return reason("error", `another formula: at least ${g(least, 3)}${unit}`);
  const known = value !== null ? `at most ${g(value, 4)}${unit}` : `no bound in${unit}`;
  return reason("undecided", `not decided by the record: ${known}, at least ${g(least, 3)}`);
}

// NaN, infinities and signs. Near its zero a gradient has small values of either sign.
function wrongKind(errors, kind, [count, firstX]) {
  const first = number(firstX);
  const nearZero = errors.pass === "backward" && first !== null && first >= -1 && first <= -0.5;
  if (kind === "sign" && nearZero) {
    const where = `the first at x = ${g(first, 6)}`;
    errors.notes.push(`${grouped(count)} gradients of the wrong sign, ${where}`);
    return null;
  }
  let inputs = errors.nan_inputs;
  if (!inputs.length && (first === Infinity || first === -Infinity)) {
    inputs = [first > 0 ? "+inf" : "-inf"];
  }
  if (kind === "nan" && inputs.length) {
    const more = count - inputs.length;
    const rest = more > 0 ? `, and at ${grouped(more)} other inputs` : "";
    return reason(kind, `NaN at ${inputs.join(", ")}${rest}`);
  }
  const where = first !== null ? `, the first at x = ${g(first, 6)}` : "";
  return reason(kind, `${grouped(count)} results ${C.kinds[kind]}${where}`);
}

function notCorrect(errors) {
  const least = errors.least_max_ulp;
  const ulp = number(errors.max_ulp);
  if (errors.not_correct) {
    return reason("bits", `${grouped(errors.not_correct)} results are not correctly rounded`);
  }
  if (least > 0.5) return reason("bits", `another formula: at least ${g(least, 3)} ulp`);
  if (ulp !== null && ulp > 0.5 && errors.basis === "measured") {
    return reason("bits", `${g(ulp, 3)} ulp${place(errors.max_ulp_x)}`);
  }
  return reason("undecided", "correct rounding is not certified");
}

// Why the kernel is refused; empty when it is within the tolerance.
function judge(errors, tolerance) {
  if (errors === null) return [reason("uncertified", "no certificate in the record")];
  const found = [];
  for (const [metric, limit] of Object.entries(tolerance.limits)) {
    found.push(beyondLimit(errors, metric, limit));
  }
  for (const [kind, counted] of Object.entries(errors.faults)) {
    if (!tolerance.allow.includes(kind)) found.push(wrongKind(errors, kind, counted));
  }
  if (tolerance.bitExact && errors.not_correct !== 0) found.push(notCorrect(errors));
  if (!errors.exhaustive && (tolerance.exhaustive || tolerance.bitExact)) {
    found.push(reason("sampled", `certified on a ${errors.coverage} only`));
  }
  return found.filter((r) => r !== null);
}
