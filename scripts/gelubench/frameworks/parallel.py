# SPDX-License-Identifier: Apache-2.0
"""Processors of this process, and our kernels on several of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def keep_to(threads: int) -> None:
    """This process on so many processors, whatever a framework thinks that it has."""
    usable = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, usable[:threads])
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = str(threads)


def split(
    call: Callable[[int, int], None], n: int, threads: int, pool: ThreadPoolExecutor
) -> Callable[[], None]:
    """call(first, count) on equal parts at once, one of them in this thread."""
    if threads == 1:
        return lambda: call(0, n)
    part = -(-n // threads)
    parts = [(first, min(part, n - first)) for first in range(0, n, part)]

    def run() -> None:
        others = [pool.submit(call, *p) for p in parts[1:]]
        call(*parts[0])
        for other in others:
            other.result()

    return run
