# SPDX-License-Identifier: Apache-2.0
"""GELU as users of each framework call it: forward and backward, f32 and bf16.

A framework is a function of the number of threads that imports it and gives its forms. bf16 arrays
come and go as the bits, uint16.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

SQRT1_2 = np.float32(0.5**0.5)
Run = Callable[[], Any]


@dataclass(frozen=True)
class Form:
    """One way to call a framework.

    `prepare(x, dy)` moves arrays to where the framework wants them and returns what is timed;
    `fetch` turns that call's result into an array of bits like x.
    """

    method: str
    formula: str
    pass_: str
    dtype: str
    library: str
    prepare: Callable[[np.ndarray, np.ndarray], Run]
    fetch: Callable[[Any], np.ndarray] = np.asarray

    @property
    def key(self) -> str:
        return f"{self.method}/{self.pass_}/{self.dtype}/framework-native"


def _torch(threads: int) -> Iterator[Form]:
    import torch

    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)

    def tensor(a: np.ndarray) -> torch.Tensor:
        if a.dtype == np.uint16:
            return torch.from_numpy(a.view(np.int16)).view(torch.bfloat16)
        return torch.from_numpy(a)

    def fetch(t: torch.Tensor) -> np.ndarray:
        bits = t.dtype == torch.bfloat16
        return t.view(torch.int16).numpy().view(np.uint16) if bits else t.numpy()

    def forms(how: str, formula: str, dtype: str) -> Iterator[Form]:
        layer = torch.nn.GELU(approximate=how)
        gradient = torch.ops.aten.gelu_backward.default

        def forward(x: np.ndarray, _: np.ndarray) -> Run:
            t = tensor(x)
            return lambda: layer(t)

        def backward(x: np.ndarray, dy: np.ndarray) -> Run:
            t, d = tensor(x), tensor(dy)
            return lambda: gradient(d, t, approximate=how)

        text = f"PyTorch {torch.__version__}: "
        call = f"nn.GELU('{how}'), eager"
        yield Form(f"torch_{how}", formula, "forward", dtype, text + call, forward, fetch)
        call = f"aten.gelu_backward('{how}'), which autograd calls"
        yield Form(f"torch_{how}", formula, "backward", dtype, text + call, backward, fetch)

    for dtype in ("f32", "bf16"):
        yield from forms("none", "erf", dtype)
        yield from forms("tanh", "tanh", dtype)


def _tensorflow(threads: int) -> Iterator[Form]:
    import tensorflow as tf

    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    kinds = {"f32": tf.float32, "bf16": tf.bfloat16}

    def constant(a: np.ndarray) -> tf.Tensor:
        return tf.constant(a.view(tf.bfloat16.as_numpy_dtype) if a.dtype == np.uint16 else a)

    def fetch(t: tf.Tensor) -> np.ndarray:
        return t.numpy().view(np.uint16) if t.dtype == tf.bfloat16 else t.numpy()

    def forms(approximate: bool, dtype: str) -> Iterator[Form]:
        formula = "tanh" if approximate else "erf"
        spec = tf.TensorSpec([None], kinds[dtype])

        @tf.function(input_signature=[spec])
        def value(x: tf.Tensor) -> tf.Tensor:
            return tf.nn.gelu(x, approximate=approximate)

        @tf.function(input_signature=[spec, spec])
        def gradient(x: tf.Tensor, dy: tf.Tensor) -> tf.Tensor:
            with tf.GradientTape() as tape:
                tape.watch(x)
                y = tf.nn.gelu(x, approximate=approximate)
            return tape.gradient(y, x, output_gradients=dy)

        def forward(x: np.ndarray, _: np.ndarray) -> Run:
            t = constant(x)
            return lambda: value(t)

        def backward(x: np.ndarray, dy: np.ndarray) -> Run:
            t, d = constant(x), constant(dy)
            return lambda: gradient(t, d)

        name, call = f"tensorflow_{formula}", f"tf.nn.gelu(approximate={approximate})"
        text = f"TensorFlow {tf.__version__}: tf.function of {call}"
        yield Form(name, formula, "forward", dtype, text, forward, fetch)
        text = f"TensorFlow {tf.__version__}: tf.function of the tape's gradient of {call}"
        yield Form(name, formula, "backward", dtype, text, backward, fetch)

    for dtype in kinds:
        for approximate in (False, True):
            yield from forms(approximate, dtype)


def _jax(_: int) -> Iterator[Form]:
    import jax
    import ml_dtypes

    jax.config.update("jax_platforms", "cpu")

    def array(a: np.ndarray) -> jax.Array:
        return jax.device_put(a.view(ml_dtypes.bfloat16) if a.dtype == np.uint16 else a)

    def fetch(t: jax.Array) -> np.ndarray:
        a = np.asarray(t)
        return a if a.dtype == np.float32 else a.view(np.uint16)

    def forms(approximate: bool, dtype: str) -> Iterator[Form]:
        formula = "tanh" if approximate else "erf"

        def gelu(x: jax.Array) -> jax.Array:
            return jax.nn.gelu(x, approximate=approximate)

        value = jax.jit(gelu)
        gradient = jax.jit(lambda x, dy: jax.vjp(gelu, x)[1](dy)[0])

        def forward(x: np.ndarray, _: np.ndarray) -> Run:
            t = array(x)
            return lambda: value(t).block_until_ready()

        def backward(x: np.ndarray, dy: np.ndarray) -> Run:
            t, d = array(x), array(dy)
            return lambda: gradient(t, d).block_until_ready()

        name, call = f"jax_{formula}", f"jax.nn.gelu(approximate={approximate})"
        text = f"JAX {jax.__version__}: jit of {call}, ready"
        yield Form(name, formula, "forward", dtype, text, forward, fetch)
        text = f"JAX {jax.__version__}: jit of the vjp of {call}, ready"
        yield Form(name, formula, "backward", dtype, text, backward, fetch)

    for dtype in ("f32", "bf16"):
        for approximate in (False, True):
            yield from forms(approximate, dtype)


def _onnxruntime(threads: int) -> Iterator[Form]:
    import onnx
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    # Idle threads that spin would slow down whoever is measured next.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    kind = onnx.TensorProto.FLOAT
    for how, formula in (("none", "erf"), ("tanh", "tanh")):
        node = onnx.helper.make_node("Gelu", ["x"], ["y"], approximate=how)
        ends = [onnx.helper.make_tensor_value_info(name, kind, ["n"]) for name in "xy"]
        graph = onnx.helper.make_graph([node], "gelu", ends[:1], ends[1:])
        opset = [onnx.helper.make_opsetid("", 20)]
        model = onnx.helper.make_model(graph, opset_imports=opset, ir_version=9)
        session = ort.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

        def forward(x: np.ndarray, _: np.ndarray, session: Any = session) -> Run:
            feed = {"x": x}
            return lambda: session.run(None, feed)[0]

        text = f"ONNX Runtime {ort.__version__}: session.run of one Gelu('{how}'), no spinning"
        yield Form(f"onnxruntime_{how}", formula, "forward", "f32", text, forward)


def _openvino(threads: int) -> Iterator[Form]:
    import openvino as ov
    from openvino import opset8

    settings = {
        "INFERENCE_NUM_THREADS": threads,
        "NUM_STREAMS": 1,
        "INFERENCE_PRECISION_HINT": "f32",
    }
    for formula in ("erf", "tanh"):
        x = opset8.parameter([-1], np.float32)
        model = ov.Model([opset8.gelu(x, formula)], [x])
        compiled = ov.Core().compile_model(model, "CPU", settings)

        def forward(x: np.ndarray, _: np.ndarray, compiled: Any = compiled) -> Run:
            request = compiled.create_infer_request()
            return lambda: request.infer([x], share_inputs=True, share_outputs=True)[0]

        version = ov.get_version().split("-")[0]
        text = f"OpenVINO {version}: infer of one Gelu ({formula}), f32, arrays shared"
        yield Form(f"openvino_{formula}", formula, "forward", "f32", text, forward)


def _scipy(threads: int) -> Iterator[Form]:
    if threads != 1:
        return
    import scipy
    from scipy.special import erf, ndtr

    half, one, cube = np.float32(0.5), np.float32(1), np.float32(0.044715)
    slope = np.float32((2 / np.pi) ** 0.5)

    def tanh(x: np.ndarray) -> np.ndarray:
        return half * x * (one + np.tanh(slope * (x + cube * x * x * x)))

    library = f"SciPy {scipy.__version__}, NumPy {np.__version__}: "
    for method, formula, call, of in (
        ("scipy_erf", "erf", "0.5*x*(1 + erf(x*c))", lambda x: half * x * (one + erf(x * SQRT1_2))),
        ("scipy_ndtr", "erf", "x*ndtr(x)", lambda x: x * ndtr(x)),
        ("numpy_tanh", "tanh", "0.5*x*(1 + np.tanh(c*(x + 0.044715*x*x*x)))", tanh),
    ):

        def forward(x: np.ndarray, _: np.ndarray, of: Callable = of) -> Run:
            def run() -> np.ndarray:
                with np.errstate(all="ignore"):
                    return of(x)

            return run

        yield Form(method, formula, "forward", "f32", library + call, forward)


FRAMEWORKS: dict[str, Callable[[int], Iterator[Form]]] = {
    "torch": _torch,
    "tensorflow": _tensorflow,
    "jax": _jax,
    "onnxruntime": _onnxruntime,
    "openvino": _openvino,
    "scipy": _scipy,
}
