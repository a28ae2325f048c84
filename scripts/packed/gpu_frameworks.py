# SPDX-License-Identifier: Apache-2.0
"""What frameworks reach on this GPU: PyTorch eager and compiled (through Triton), JAX.

Usage: gpu_frameworks.py FILE. Needs nothing but what it measures; what is not installed is written
down as absent. Elements per second of GELU on 2^25 elements that do not stay in the cache; and of a
layer, linear then GELU, with the GELU apart and in the epilogue of the product (cuBLASLt's, which
PyTorch calls; always the tanh form). Their difference is what a GELU costs that is fused.
"""

from __future__ import annotations

import json
import statistics
import sys
from pathlib import Path
from typing import Any

N = 1 << 25
SAMPLES = 15
BYTES = {"float32": 8, "bfloat16": 4, "float16": 4}  # read and written per element
LAYER = (8192, 1024, 4096)  # rows, features in and out: the first half of a transformer's MLP


def _row(framework: str, what: str, dtype: str, seconds: list[float], n: int = N) -> dict[str, Any]:
    median = statistics.median(seconds)
    return {
        "framework": framework,
        "what": what,
        "dtype": dtype,
        "n": n,
        "samples_s": seconds,
        "elements_per_s": n / median,
        "bytes_per_s": n * BYTES[dtype] / median,
    }


def _torch_times(torch: Any, call: Any, x: Any) -> list[float]:
    for _ in range(3):
        call(x)
    torch.cuda.synchronize()
    times = []
    for _ in range(SAMPLES):
        start, stop = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        start.record()
        for _ in range(10):
            call(x)
        stop.record()
        torch.cuda.synchronize()
        times.append(start.elapsed_time(stop) * 1e-4)
    return times


def layer_calls(torch: Any, shape: tuple[int, int, int], dtype: Any, device: str) -> dict[str, Any]:
    """Functions of x [rows, in]; each gives [rows, out]."""
    _, features, out = shape
    weight = torch.randn(features, out, device=device, dtype=dtype) / features**0.5
    bias = torch.randn(out, device=device, dtype=dtype)
    gelu = torch.nn.functional.gelu
    return {
        "linear": lambda x: torch.addmm(bias, x, weight),
        "linear, gelu tanh": lambda x: gelu(torch.addmm(bias, x, weight), approximate="tanh"),
        "linear with gelu tanh": lambda x: torch._addmm_activation(bias, x, weight, use_gelu=True),
    }


def torch_rows() -> list[dict[str, Any]]:
    import torch  # noqa: PLC0415 (absent on most machines)

    if not torch.cuda.is_available():
        raise ImportError("this PyTorch has no CUDA device")
    rows = []
    name = f"torch {torch.__version__}"
    for dtype in BYTES:
        x = 2 * torch.randn(N, device="cuda", dtype=getattr(torch, dtype))
        calls: dict[str, Any] = {"copy": torch.clone, "relu": torch.relu}
        for form in ("none", "tanh"):
            calls[f"gelu {form}"] = lambda v, form=form: torch.nn.functional.gelu(
                v, approximate=form
            )
        for what, call in calls.items():
            rows.append(_row(name, what, dtype, _torch_times(torch, call, x)))
            if what.startswith("gelu"):
                compiled = torch.compile(call)
                rows.append(_row(name, what + " compile", dtype, _torch_times(torch, compiled, x)))
        kind = getattr(torch, dtype)
        x = 2 * torch.randn(LAYER[0], LAYER[1], device="cuda", dtype=kind)
        for what, call in layer_calls(torch, LAYER, kind, "cuda").items():
            n = LAYER[0] * LAYER[2]
            rows.append(_row(name, what, dtype, _torch_times(torch, call, x), n))
    return rows


def jax_rows() -> list[dict[str, Any]]:
    import time  # noqa: PLC0415

    import jax  # noqa: PLC0415 (absent on most machines)

    if jax.default_backend() != "gpu":
        raise ImportError("this JAX has no GPU")
    rows = []
    for dtype in BYTES:
        x = 2 * jax.random.normal(jax.random.PRNGKey(1), (N,), dtype=dtype)
        for form in (False, True):
            call = jax.jit(lambda v, form=form: jax.nn.gelu(v, approximate=form))
            call(x).block_until_ready()
            times = []
            for _ in range(SAMPLES):
                start = time.perf_counter()
                for _ in range(10):
                    y = call(x)
                y.block_until_ready()
                times.append((time.perf_counter() - start) / 10)
            what = "gelu tanh" if form else "gelu none"
            rows.append(_row(f"jax {jax.__version__}", what, dtype, times))
    return rows


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: gpu_frameworks.py FILE", file=sys.stderr)
        return 2
    record: dict[str, Any] = {"kind": "frameworks", "rows": [], "absent": []}
    for name, measure in (("torch", torch_rows), ("jax", jax_rows)):
        try:
            record["rows"] += measure()
        except Exception as error:  # whatever it throws is why it is absent
            reason = (str(error) or type(error).__name__).splitlines()[0]
            record["absent"].append({"what": name, "reason": reason})
            print(f"absent: {name}: {reason}", file=sys.stderr)
    Path(sys.argv[1]).write_text(json.dumps(record, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
