// SPDX-License-Identifier: Apache-2.0
// Numbers as Python's format() writes them: the answers of the page are those of the command.
// The first `digits` digits of |value| and the exponent of the first; ties to even.
function significant(value, digits) {
  const [mantissa, power] = Math.abs(value).toExponential(100).split("e");
  const all = mantissa.replace(".", "");
  const rest = all.slice(digits).padEnd(1, "0");
  const half = "5".padEnd(rest.length, "0");
  let kept = BigInt(all.slice(0, digits));
  if (rest > half || (rest === half && kept % 2n === 1n)) kept += 1n;
  const text = kept.toString();
  return [text.slice(0, digits), Number(power) + text.length - digits];
}

// format(value, f".{digits}g")
function g(value, digits) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return sign + "0";
  const [text, exponent] = significant(value, digits);
  const strip = (t) => (t.includes(".") ? t.replace(/\.?0+$/, "") : t);
  if (exponent < -4 || exponent >= digits) {
    const power = String(Math.abs(exponent)).padStart(2, "0");
    const short = strip(`${text[0]}.${text.slice(1)}`).replace(/\.$/, "");
    return `${sign}${short}e${exponent < 0 ? "-" : "+"}${power}`;
  }
  if (exponent < 0) return sign + strip(`0.${"0".repeat(-exponent - 1)}${text}`);
  const whole = `${text.slice(0, exponent + 1)}.${text.slice(exponent + 1)}`;
  return sign + strip(whole).replace(/\.$/, "");
}

// format(count, ",")
function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function percent(ratio) {
  return `${ratio >= 1 ? "+" : "−"}${Math.abs((ratio - 1) * 100).toFixed(1)} %`;
}

// A word for a shell, as shlex.quote writes it.
function quoted(word) {
  if (word !== "" && /^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'"'"'`)}'`;
}
