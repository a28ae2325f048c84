// SPDX-License-Identifier: Apache-2.0
// The full 16-bit tables as data: gelu_table_<formula>_<pass>_<dtype>[65536].
	.section .rodata
	.macro table name
	.globl gelu_table_\name
	.hidden gelu_table_\name
	.type gelu_table_\name, %object
	.size gelu_table_\name, 131072
	.balign 64
gelu_table_\name:
	.incbin "\name\().bin"
	.endm
	table erf_forward_f16
	table erf_forward_bf16
	table erf_backward_f16
	table erf_backward_bf16
	table tanh_forward_f16
	table tanh_forward_bf16
	table tanh_backward_f16
	table tanh_backward_bf16
	table sigmoid_forward_f16
	table sigmoid_forward_bf16
	table sigmoid_backward_f16
	table sigmoid_backward_bf16
	.section .note.GNU-stack, "", %progbits
