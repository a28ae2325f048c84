# SPDX-License-Identifier: Apache-2.0
"""One framework in a process of its own: times it beside our kernels, or certifies it.

    worker time FRAMEWORK --out FILE ...      samples, as JSON
    worker certify FRAMEWORK --out FOLDER ... one record of gelu-accuracy per form

A framework that cannot be imported gives {"absent": reason}. Runs in the frameworks' environment.
"""

from __future__ import annotations

import argparse
import json
import os
import struct
import subprocess
import sys
from pathlib import Path

from gelubench.frameworks.parallel import keep_to


def certify(options: argparse.Namespace) -> dict:
    """Serves each form to gelu-accuracy judge, which asks for values through a pipe."""
    import numpy as np

    from gelubench.frameworks.calls import FRAMEWORKS

    records = []
    for form in FRAMEWORKS[options.framework](options.threads):
        if options.only and form.dtype not in options.only.split(","):
            continue
        path = Path(options.out) / f"{form.key.replace('/', '_')}.json"
        command = [options.accuracy, "judge", "--key", form.key, "--formula", form.formula]
        command += ["--library", form.library, "--out-json", str(path), *options.judge]
        kind = np.dtype(np.float32 if form.dtype == "f32" else np.uint16)
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as judge:
            while n := struct.unpack("=Q", judge.stdout.read(8))[0]:
                x = np.frombuffer(bytearray(judge.stdout.read(n * kind.itemsize)), kind)
                dy = x
                if form.pass_ == "backward":
                    dy = np.frombuffer(bytearray(judge.stdout.read(n * kind.itemsize)), kind)
                y = np.ascontiguousarray(form.fetch(form.prepare(x, dy)()))
                if y.dtype != kind or y.size != n:
                    raise TypeError(f"{form.key}: {y.size} of {y.dtype} for {n} of {kind}")
                judge.stdin.write(y.tobytes())
                judge.stdin.flush()
        if judge.returncode != 0:
            raise RuntimeError(f"gelu-accuracy judge: exit code {judge.returncode}")
        records.append(str(path))
        print(f"certified {form.key}", file=sys.stderr)
    return {"records": records}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("time", "certify"))
    parser.add_argument("framework")
    parser.add_argument("--out", required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")])
    parser.add_argument("--samples", type=int, default=9)
    parser.add_argument("--budget", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--library", help="libgelu.so")
    parser.add_argument("--accuracy", help="gelu-accuracy")
    parser.add_argument("--only", help="comma list of dtypes")
    parser.add_argument(
        "--judge", action="append", default=[], help="an option of gelu-accuracy judge: --judge=..."
    )
    options = parser.parse_args()
    # Before anything counts the processors.
    keep_to(options.threads if options.what == "time" else (os.cpu_count() or 1))
    os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "", "JAX_PLATFORMS": "cpu"}
    try:
        if options.what == "time":
            from gelubench.frameworks.timing import measure

            result = measure(options)
        else:
            result = certify(options)
    except ImportError as error:
        result = {"absent": str(error).splitlines()[0]}
    text = json.dumps(result)
    if options.what == "time":
        Path(options.out).write_text(text, encoding="utf-8")
    else:
        (Path(options.out) / f"{options.framework}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
