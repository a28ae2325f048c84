# SPDX-License-Identifier: Apache-2.0
"""GELU of the frameworks, measured from Python beside our kernels on the same arrays.

`worker` runs in an environment that has the frameworks and little else: what it imports must need
nothing but numpy.
"""
