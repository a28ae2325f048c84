# SPDX-License-Identifier: Apache-2.0
"""A PyTorch layer that computes GELU with a kernel of this suite, forward and backward.

    layer = Gelu("erf_mills")          # like torch.nn.GELU(), on the CPU
    y = layer(x); y.sum().backward()

Run as a program it checks itself and prints PyTorch's nn.GELU beside it.
"""

from __future__ import annotations

import torch
from torch.autograd.function import once_differentiable

from libgelu import Kernel, Library

DTYPES = {
    torch.float64: "f64",
    torch.float32: "f32",
    torch.float16: "f16",
    torch.bfloat16: "bf16",
}


class _Apply(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x: torch.Tensor, forward: Kernel, backward: Kernel) -> torch.Tensor:
        x = x.contiguous()
        ctx.save_for_backward(x)
        ctx.backward_kernel = backward
        y = torch.empty_like(x)
        forward.forward(x.data_ptr(), y.data_ptr(), x.numel())
        return y

    @staticmethod
    @once_differentiable
    def backward(ctx, dy: torch.Tensor) -> tuple[torch.Tensor, None, None]:
        (x,) = ctx.saved_tensors
        dy = dy.contiguous()
        dx = torch.empty_like(x)
        ctx.backward_kernel.backward(x.data_ptr(), dy.data_ptr(), dx.data_ptr(), x.numel())
        return dx, None, None


class Gelu(torch.nn.Module):
    """GELU by one method of gelubench; erf_mills is within 1 ulp of exact GELU in f64, 4 in f32."""

    def __init__(self, method: str = "erf_mills", library: Library | None = None) -> None:
        super().__init__()
        self.method, self.library = method, library or Library()

    def _kernel(self, pass_: str, dtype: torch.dtype) -> Kernel:
        name = DTYPES.get(dtype)
        kernel = name and self.library.find(self.method, pass_, name)
        if not kernel:
            raise TypeError(f"no {pass_} kernel of {self.method} for {dtype} on this machine")
        return kernel

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if x.device.type != "cpu":
            raise TypeError(f"the kernels run on the CPU, x is on {x.device}")
        kernels = [self._kernel(pass_, x.dtype) for pass_ in ("forward", "backward")]
        return _Apply.apply(x, *kernels)

    def extra_repr(self) -> str:
        return self.method


def ulps(a: torch.Tensor, b: torch.Tensor) -> list[int]:
    """Distances of f32 values in units of their last place."""

    def order(t: torch.Tensor) -> torch.Tensor:
        bits = t.view(torch.int32).to(torch.int64)
        return torch.where(bits < 0, -(bits & 0x7FFFFFFF), bits)

    return (order(a) - order(b)).tolist()


def main() -> None:
    layer = Gelu()
    x = torch.tensor([-3.0, -1.0, 0.0, 1.0, 3.0], requires_grad=True)
    ours, theirs = layer(x), torch.nn.GELU()(x)
    print(f"x            {x.tolist()}")
    print(f"ours         {[f'{v:.9g}' for v in ours.tolist()]}")
    print(f"nn.GELU()    {[f'{v:.9g}' for v in theirs.tolist()]}")
    print(f"ulp apart    {ulps(ours.detach(), theirs.detach())}")
    (ours_dx,) = torch.autograd.grad(ours.sum(), x)
    (theirs_dx,) = torch.autograd.grad(theirs.sum(), x)
    print(f"gradients    {ulps(ours_dx, theirs_dx)} ulp apart")
    z = torch.linspace(-6, 6, 97, dtype=torch.float64, requires_grad=True)
    print(f"gradcheck    {torch.autograd.gradcheck(layer, (z,), eps=1e-6, atol=1e-8, rtol=1e-6)}")
    rows = torch.randn(3, 5, 7)[:, ::2].to(torch.bfloat16)  # not contiguous
    print(f"bf16 strided {bool((layer(rows) - torch.nn.GELU()(rows)).abs().max() < 0.02)}")


if __name__ == "__main__":
    main()
