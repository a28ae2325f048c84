# SPDX-License-Identifier: Apache-2.0
"""python -m gelubench ..."""

from gelubench.cli import main

main()
