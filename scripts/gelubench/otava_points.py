# SPDX-License-Identifier: Apache-2.0
"""Change points by Apache Otava. Runs in build/otava-venv, because Otava pins its numpy: lists of
numbers by name come as JSON on stdin, lists of change points go to stdout.
"""

import json
import sys

from otava.analysis import compute_change_points


def points(values: list[float], max_p: float) -> list[dict[str, float]]:
    found, _ = compute_change_points(values, window_len=50, max_pvalue=max_p, min_magnitude=0.0)
    return [
        {
            "index": int(point.index),
            "before": float(point.stats.mean_1),
            "after": float(point.stats.mean_2),
            "p": float(point.stats.pvalue),
        }
        for point in found
    ]


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    answer = {name: points(values, asked["max_p"]) for name, values in asked["series"].items()}
    json.dump(answer, sys.stdout, allow_nan=False)
