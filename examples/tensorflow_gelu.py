# SPDX-License-Identifier: Apache-2.0
"""A TensorFlow function that computes GELU with a kernel of this suite, forward and backward.

    y = gelu(x)                        # like tf.nn.gelu(x), on the CPU, eager or in a tf.function

Run as a program it checks itself and prints TensorFlow's tf.nn.gelu beside it.
"""

from __future__ import annotations

import numpy as np
import tensorflow as tf

from libgelu import Kernel, Library

METHOD = "erf_mills"
DTYPES = {"float64": "f64", "float32": "f32", "float16": "f16", "bfloat16": "bf16"}
library = Library()


def _kernel(pass_: str, dtype: np.dtype) -> Kernel:
    name = DTYPES.get(dtype.name)
    kernel = name and library.find(METHOD, pass_, name)
    if not kernel:
        raise TypeError(f"no {pass_} kernel of {METHOD} for {dtype} on this machine")
    return kernel


def _forward(x: np.ndarray) -> np.ndarray:
    x = np.ascontiguousarray(x)
    y = np.empty_like(x)
    _kernel("forward", x.dtype).forward(x.ctypes.data, y.ctypes.data, x.size)
    return y


def _backward(x: np.ndarray, dy: np.ndarray) -> np.ndarray:
    x, dy = np.ascontiguousarray(x), np.ascontiguousarray(dy)
    dx = np.empty_like(x)
    kernel = _kernel("backward", x.dtype)
    kernel.backward(x.ctypes.data, dy.ctypes.data, dx.ctypes.data, x.size)
    return dx


@tf.custom_gradient
def gelu(x: tf.Tensor):
    """x Phi(x); its gradient is the backward kernel's."""
    y = tf.numpy_function(_forward, [x], x.dtype)
    y.set_shape(x.shape)

    def gradient(dy: tf.Tensor) -> tf.Tensor:
        dx = tf.numpy_function(_backward, [x, dy], x.dtype)
        dx.set_shape(x.shape)
        return dx

    return y, gradient


def ulps(a: np.ndarray, b: np.ndarray) -> list[int]:
    """Distances of f32 values in units of their last place."""

    def order(v: np.ndarray) -> np.ndarray:
        bits = v.view(np.int32).astype(np.int64)
        return np.where(bits < 0, -(bits & 0x7FFFFFFF), bits)

    return (order(a) - order(b)).tolist()


def main() -> None:
    x = tf.constant([-3.0, -1.0, 0.0, 1.0, 3.0])
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        ours, theirs = gelu(x), tf.nn.gelu(x)
    print(f"x            {x.numpy().tolist()}")
    print(f"ours         {[f'{v:.9g}' for v in ours.numpy()]}")
    print(f"tf.nn.gelu   {[f'{v:.9g}' for v in theirs.numpy()]}")
    print(f"ulp apart    {ulps(ours.numpy(), theirs.numpy())}")
    slopes = [tape.gradient(y, x).numpy() for y in (ours, theirs)]
    print(f"gradients    {ulps(*slopes)} ulp apart")
    z = tf.constant(np.linspace(-6, 6, 97))
    theoretical, numerical = tf.test.compute_gradient(gelu, [z], delta=1e-6)
    print(f"gradcheck    {bool(np.abs(theoretical[0] - numerical[0]).max() < 1e-8)}")
    graph = tf.function(gelu, input_signature=[tf.TensorSpec([None, None], tf.bfloat16)])
    rows = tf.cast(tf.random.normal([3, 7], seed=1), tf.bfloat16)
    off = tf.abs(tf.cast(graph(rows) - tf.nn.gelu(rows), tf.float32))
    print(f"bf16 graph   {bool(tf.reduce_max(off) < 0.02)}")


if __name__ == "__main__":
    main()
