# SPDX-License-Identifier: Apache-2.0
"""Times a framework's forms and our kernels on the same arrays, all in one random order."""

from __future__ import annotations

import gc
import random
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import numpy as np

from gelubench.frameworks.calls import FRAMEWORKS, Form
from gelubench.frameworks.inputs import fill
from gelubench.frameworks.parallel import split
from libgelu import Kernel, Library

# What is ours in each process: what every ratio is a ratio to.
OURS = {
    "forward": ("erf_1ulp", "erf_4ulp", "poly_1e6", "poly_1e4", "tanh_exp", "relu"),
    "backward": ("erf_4ulp", "poly_1e6", "tanh_exp", "relu"),
}
LARGE = 1 << 20  # elements; above, no cache is restored before a sample


@dataclass
class Item:
    """One row: a call on n elements, its samples in ns per element."""

    fields: dict
    n: int
    run: Callable[[], object]
    arrays: Arrays  # whose addresses a kernel has
    iterations: int = 1
    samples: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)


@dataclass
class Arrays:
    """Buffers of one dtype and size, shared by all that is timed."""

    x: np.ndarray
    dy: np.ndarray
    out: np.ndarray


def _arrays(n: int, dtype: str, seed: int) -> Arrays:
    x = fill("normal2", seed, n, dtype)
    return Arrays(x, fill("normal1", seed + 1, n, dtype), np.zeros_like(x))


def _bound(kernel: Kernel, pass_: str, a: Arrays, threads: int, pool: ThreadPoolExecutor):
    size = a.x.itemsize
    x, dy, out = (v.ctypes.data for v in (a.x, a.dy, a.out))

    def forward(first: int, count: int) -> None:
        kernel.forward(x + first * size, out + first * size, count)

    def backward(first: int, count: int) -> None:
        kernel.backward(x + first * size, dy + first * size, out + first * size, count)

    return split(forward if pass_ == "forward" else backward, a.x.size, threads, pool)


def _floats(bits: np.ndarray) -> np.ndarray:
    if bits.dtype == np.uint16:
        return (bits.astype(np.uint32) << 16).view(np.float32)
    return bits


def _check(form: Form, a: Arrays, library: Library) -> str:
    """Whether it is that function at all, against our kernel of that formula; else the reason."""
    method = "tanh_exp" if form.formula == "tanh" else "erf_mills"
    kernel = library.find(method, form.pass_, form.dtype)
    if kernel is None:
        return f"no {method} to check it by"
    with ThreadPoolExecutor(1) as pool:
        _bound(kernel, form.pass_, a, 1, pool)()
    want, got = _floats(a.out), _floats(np.asarray(form.fetch(form.prepare(a.x, a.dy)())))
    # Some compute in bf16, not only with it.
    near = 0.025 if form.dtype == "f32" else 0.1
    scale = np.maximum(1, np.abs(_floats(a.dy))) if form.pass_ == "backward" else 1
    off = np.abs(got - want) > near * scale + 0.01 * np.abs(want)
    if got.shape != want.shape or off.any() or np.isnan(got).any():
        i = int(np.argmax(off | np.isnan(got)))
        return f"f({_floats(a.x)[i]}) = {got[i]}, should be near {want[i]}"
    return ""


def _ours(kernel: Kernel) -> dict:
    method, pass_, dtype, place = kernel.key.split("/")
    backend, isa = place.split("-")
    return {
        "key": kernel.key,
        "method": method,
        "formula": kernel.formula,
        "pass": pass_,
        "dtype": dtype,
        "backend": backend,
        "isa": isa,
        "origin": "portable",
    }


def _theirs(form: Form) -> dict:
    return {
        "key": form.key,
        "method": form.method,
        "formula": form.formula,
        "pass": form.pass_,
        "dtype": form.dtype,
        "backend": "framework",
        "isa": "native",
        "origin": "library",
        "library": form.library,
    }


def _items(
    options: Namespace, forms: list[Form], library: Library, pool: ThreadPoolExecutor
) -> Iterator[Item]:
    cells = dict.fromkeys((form.pass_, form.dtype) for form in forms)
    for size in options.sizes:
        n = size // options.threads // 64 * 64 * options.threads
        arrays = {dtype: _arrays(n, dtype, options.seed) for dtype in {d for _, d in cells}}
        for form in forms:
            a = arrays[form.dtype]
            yield Item(_theirs(form), n, form.prepare(a.x, a.dy), a)
        for pass_, dtype in cells:
            for method in OURS[pass_]:
                if kernel := library.find(method, pass_, dtype):
                    a = arrays[dtype]
                    yield Item(_ours(kernel), n, _bound(kernel, pass_, a, options.threads, pool), a)


def _sample(item: Item, start: float) -> None:
    if item.n <= LARGE:
        item.run()  # the call before it was another's and left other data in the caches
    begin = time.perf_counter()
    for _ in range(item.iterations):
        item.run()
    end = time.perf_counter()
    item.samples.append((end - begin) * 1e9 / item.iterations / item.n)
    item.times.append(begin - start)


def measure(options: Namespace) -> dict:
    """All items, their samples shuffled into one order, each sample as long as the others."""
    library = Library(options.library)
    forms = list(FRAMEWORKS[options.framework](options.threads))
    small = {d: _arrays(1 << 12, d, options.seed) for d in {form.dtype for form in forms}}
    faults = {form.key: _check(form, small[form.dtype], library) for form in forms}
    refused = [{"key": key, "reason": why} for key, why in faults.items() if why]
    forms = [form for form in forms if not faults[form.key]]
    with ThreadPoolExecutor(options.threads) as pool:
        items = list(_items(options, forms, library, pool))
        target = options.budget / max(1, len(items) * options.samples)
        for item in items:
            item.run()
            begin = time.perf_counter()
            item.run()
            item.iterations = max(1, int(target / (time.perf_counter() - begin)))
        order = items * options.samples
        random.Random(options.seed).shuffle(order)
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        for item in order:
            _sample(item, start)
    rows = [
        {
            **item.fields,
            "n": item.n // options.threads,
            "threads": options.threads,
            "iterations": item.iterations,
            "samples": item.samples,
            "sample_times_s": item.times,
        }
        for item in items
    ]
    return {"rows": rows, "refused": refused}
