# SPDX-License-Identifier: Apache-2.0
"""Executes the PTX of the CUDA kernels on the CPU, all threads of a launch at once."""
