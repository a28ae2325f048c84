# SPDX-License-Identifier: Apache-2.0
"""Reads the records of gelu-throughput and gelu-accuracy: merges, summarises and draws them."""
