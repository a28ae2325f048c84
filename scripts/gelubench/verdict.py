# SPDX-License-Identifier: Apache-2.0
"""What a kernel errs against the formula that a model was trained with, and what it is refused for.

Three ways to the error, the best that the certificates have:
- `measured`: the formula is the kernel's own, or exact GELU; the record has the number.
- `bound`: absolute errors only: distance to exact GELU plus distance of the formula from it.
- else only lower bounds (`formulas.least_distance`): enough to refuse, never to accept.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gelubench import checkout
from gelubench.files import Record
from gelubench.formulas import Within, least_distance
from gelubench.kernels import keeps_bits, strongest
from gelubench.points import number

METRICS = {"max_ulp": " ulp", "max_abs": " absolute", "max_rel": " relative"}
KINDS = {"nan": "NaN", "inf": "infinite", "sign": "of the wrong sign"}
TAIL = ("tail", "subnormal_tail", "beyond")
NARROW = {"f16": 13, "bf16": 16, "f32_bf16": 16}  # bits that rounding f32 to the type takes away


@dataclass(frozen=True)
class Tolerance:
    """All that is given must hold. `allow` names kinds of wrong results that may occur."""

    limits: dict[str, float]  # by metric
    bit_exact: bool = False
    exhaustive: bool = False
    allow: frozenset[str] = frozenset()


@dataclass
class Errors:
    """Of one certificate against the truth; None: unknown."""

    pass_: str
    upper: dict[str, float | None]
    at_least: Mapping[str, float] = field(default_factory=dict)
    at: dict[str, float | None] = field(default_factory=dict)  # where, when measured
    elsewhere: dict[str, float] = field(default_factory=dict)  # the largest outside of the tail
    basis: str = "measured"
    not_correct: int | None = None
    exhaustive: bool = False
    coverage: str = ""
    faults: dict[str, Record] = field(default_factory=dict)  # kind -> count, first_x
    nan_inputs: tuple[str, ...] = ()  # special inputs that give NaN
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reason:
    """Why a kernel is refused.

    kind: error, tail, nan, inf, sign, bits, undecided, sampled, uncertified, unchecked, peer,
    gone.
    """

    kind: str
    text: str


class Certificates:
    """The accuracy rows of records, by kernel and by what has the same bits."""

    def __init__(self, rows: Iterable[Record], special: Iterable[Record] = ()) -> None:
        found: dict[tuple, list[Record]] = {}
        self.models: dict[tuple[str, str, str], Record] = {}
        for row in rows:
            for name in self._names(row):
                found.setdefault((*name, row["reference"], row["region"]), []).append(row)
            if "model" in row and row["region"] == "all":
                self.models[row["formula"], row["pass"], row["dtype"]] = row["model"]
        self.rows = {name: of[0] if len(of) == 1 else _best(of) for name, of in found.items()}
        self.special: dict[tuple, dict[str, Record]] = {}
        for row in special:
            for name in self._names(row):
                self.special.setdefault(name, {})[row["input"]] = row

    @staticmethod
    def _names(row: Record) -> list[tuple]:
        names: list[tuple] = [(row["key"],)]
        if keeps_bits(row) and not row.get("differs_from"):
            names.append((row["method"], row["pass"], row["dtype"], row["fma"]))
        return names

    def _candidates(self, row: Record, pass_: str, dtype: str) -> list[tuple]:
        key = f"{row['method']}/{pass_}/{dtype}/{row['backend']}-{row['isa']}"
        own = self.rows.get((key, "own", "all"))
        return self._names({**row, **(own or {}), "key": key, "pass": pass_, "dtype": dtype})

    def find(self, row: Record, pass_: str, dtype: str, reference: str) -> Record | None:
        """The strongest certificate that holds for the kernel."""
        names = self._candidates(row, pass_, dtype)
        rows = [self.rows.get((*name, reference, "all")) for name in names]
        return _best([r for r in rows if r]) if any(rows) else None

    def regions(self, row: Record, pass_: str, dtype: str) -> dict[str, Record]:
        names = self._candidates(row, pass_, dtype)
        wanted = (*TAIL, "middle", "gradient_zero", "core", "tiny", "identity")
        return {
            region: found
            for region in wanted
            for name in names
            if (found := self.rows.get((*name, "own", region)))
        }

    def nan_inputs(self, row: Record, pass_: str, dtype: str) -> tuple[str, ...]:
        values: dict[str, Record] = {}
        for name in self._candidates(row, pass_, dtype):
            values |= self.special.get(name, {})
        return tuple(
            name for name, v in values.items() if v["output"] == "nan" and v["correct"] != "nan"
        )


def _best(rows: list[Record]) -> Record:
    """Of rows with the same bits, the one that tried most inputs."""
    return strongest({**row, "key": "", "of": row} for row in rows)[0]["of"]


def _metrics(row: Record) -> dict[str, float | None]:
    found = {metric: number(row.get(metric)) for metric in METRICS}
    if (conditioned := row.get("max_ulp_conditioned")) is not None:
        found["max_ulp"] = number(conditioned)
    return found


def _from_own(own: Record, regions: dict[str, Record]) -> Errors:
    errors = Errors(own["pass"], _metrics(own), not_correct=own.get("not_correct"))
    errors.at = {metric: number(own.get(f"{metric}_x")) for metric in METRICS}
    if errors.upper["max_ulp"] != number(own["max_ulp"]):  # the conditioned one is elsewhere
        errors.at["max_ulp"] = None
    if any(name in regions for name in TAIL):
        rest = [_metrics(row) for name, row in regions.items() if name not in TAIL]
        errors.elsewhere = {
            metric: max((r[metric] or 0.0 for r in rest), default=0.0) for metric in METRICS
        }
    return errors


def _from_others(own: Record, exact: Record | None, truth: str, model: Record | None) -> Errors:
    """Against a formula that is neither the kernel's own nor exact GELU."""
    errors = Errors(own["pass"], dict.fromkeys(METRICS), basis="bound")
    ulp, absolute = number(own["max_ulp"]), number(own["max_abs"])
    assert ulp is not None and absolute is not None
    if own["formula"] == "erf":
        exact = own
    if exact is not None and model is not None:
        errors.upper["max_abs"] = number(exact["max_abs"]) + number(model["max_abs"])  # type: ignore[operator]
    reached = [(number(own.get(f"{m}_x")), m, number(own[m])) for m in ("max_ulp", "max_abs")]
    errors.at_least = least_distance(
        own["formula"],
        truth,
        own["pass"],
        own["dtype"],
        Within(
            ulp,
            absolute,
            tuple((x, m, e) for x, m, e in reached if x is not None and e is not None),
        ),
    )
    return errors


def against(of: Certificates, row: Record, pass_: str, dtype: str, truth: str) -> Errors | None:
    """The errors of a kernel's certificate for one pass and dtype; None when it has none."""
    own = of.find(row, pass_, dtype, "own")
    exact = of.find(row, pass_, dtype, "exact")
    used = own or (exact if truth == "erf" else None)
    if used is None:
        return None
    if row["formula"] == truth:
        errors = _from_own(used, of.regions(row, pass_, dtype))
    elif truth == "erf" and exact is not None:
        errors = Errors(pass_, _metrics(exact))
        errors.at = {metric: number(exact.get(f"{metric}_x")) for metric in METRICS}
        used = exact
    else:
        errors = _from_others(used, exact, truth, of.models.get((truth, pass_, dtype)))
    errors.exhaustive, errors.coverage = used["exhaustive"], used["coverage"]
    for kind in KINDS:
        counted = (own or {}).get(f"{kind}_errors", {})
        if counted.get("count"):
            errors.faults[kind] = counted
    errors.nan_inputs = of.nan_inputs(row, pass_, dtype)
    if checkout.differs(used):
        errors.notes.append(checkout.CHANGED.format(pass_=pass_, dtype=dtype))
    zeros = (own or {}).get("zero_sign_errors", {}).get("count", 0)
    if zeros:
        errors.notes.append(f"{zeros:,} zeros of the wrong sign ({pass_})")
    return errors


def narrowed(errors: Errors, dtype: str) -> Errors:
    """An f32 certificate after one more rounding, to a 16-bit type.

    The f32 error is a 2^-13 or 2^-16 part of the narrow spacing; rounding adds half of a spacing,
    or where the error may reach the next binade that of the result. The others stay as they are
    before that rounding.
    """
    ulp = errors.upper["max_ulp"]
    if ulp is not None:
        part = ulp / 2 ** NARROW[dtype]
        errors.upper["max_ulp"] = part + 0.5 if part < 1 else part * (1 + 2**-8) + 1
    errors.at_least = {
        metric: v / 2 ** NARROW[dtype] - 1 if metric == "max_ulp" else v
        for metric, v in errors.at_least.items()
    }
    errors.elsewhere, errors.basis, errors.not_correct = {}, "bound", None
    return errors


def _place(x: float | None) -> str:
    return "" if x is None else f" at x = {x:.6g}"


def _limit(errors: Errors, metric: str, limit: float) -> Reason | None:
    value, unit = errors.upper.get(metric), METRICS[metric]
    if value is not None and value <= limit:
        return None
    least = errors.at_least.get(metric, 0.0)
    if value is not None and errors.basis == "measured":
        text = f"{value:.4g}{unit}{_place(errors.at.get(metric))}"
        elsewhere = errors.elsewhere.get(metric, math.inf)
        if elsewhere <= limit:
            return Reason("tail", f"{text}, in the tail; elsewhere at most {elsewhere:.3g}")
        return Reason("error", text)
    if least > limit:
        return Reason("error", f"another formula: at least {least:.3g}{unit}")
    known = f"at most {value:.4g}{unit}" if value is not None else f"no bound in{unit or ' error'}"
    return Reason("undecided", f"not decided by the record: {known}, at least {least:.3g}")


def _wrong_kind(errors: Errors, kind: str, counted: Record) -> Reason | None:
    """NaN, infinities and signs. Near its zero a gradient has small values of either sign."""
    count, first = counted["count"], number(counted["first_x"])
    backward = errors.pass_ == "backward"
    if kind == "sign" and backward and first is not None and -1 <= first <= -0.5:
        errors.notes.append(f"{count:,} gradients of the wrong sign, the first at x = {first:.6g}")
        return None
    inputs = errors.nan_inputs
    if not inputs and first is not None and math.isinf(first):
        inputs = ("+inf" if first > 0 else "-inf",)
    if kind == "nan" and inputs:
        more = count - len(inputs)
        text = f"NaN at {', '.join(inputs)}"
        return Reason(kind, text + (f", and at {more:,} other inputs" if more > 0 else ""))
    place = f", the first at x = {first:.6g}" if first is not None else ""
    return Reason(kind, f"{count:,} results {KINDS[kind]}{place}")


def _not_correct(errors: Errors) -> Reason:
    least, ulp = errors.at_least.get("max_ulp", 0.0), errors.upper["max_ulp"]
    if errors.not_correct:
        return Reason("bits", f"{errors.not_correct:,} results are not correctly rounded")
    if least > 0.5:
        return Reason("bits", f"another formula: at least {least:.3g} ulp")
    if ulp is not None and ulp > 0.5 and errors.basis == "measured":
        return Reason("bits", f"{ulp:.3g} ulp{_place(errors.at.get('max_ulp'))}")
    return Reason("undecided", "correct rounding is not certified")


def judge(errors: Errors | None, tolerance: Tolerance) -> list[Reason]:
    """Why the kernel is refused; empty when it is within the tolerance."""
    if errors is None:
        return [Reason("uncertified", "no certificate in the record")]
    reasons = []
    for metric, limit in tolerance.limits.items():
        if reason := _limit(errors, metric, limit):
            reasons.append(reason)
    for kind, counted in errors.faults.items():
        if kind not in tolerance.allow and (reason := _wrong_kind(errors, kind, counted)):
            reasons.append(reason)
    if tolerance.bit_exact and errors.not_correct != 0:
        reasons.append(_not_correct(errors))
    if not errors.exhaustive and (tolerance.exhaustive or tolerance.bit_exact):
        reasons.append(Reason("sampled", f"certified on a {errors.coverage} only"))
    return reasons
