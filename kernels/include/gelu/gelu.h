/* SPDX-License-Identifier: Apache-2.0
 * The public interface of the kernels: list them, find one, run it. Plain C, stable.
 *
 * Contract of every kernel: any alignment; any n from 0; nothing is read or written beyond n;
 * in place gives the same bits; an element's bits depend neither on its position nor on n;
 * the floating-point control and status registers are left as found, and whatever rounding mode,
 * flush-to-zero or trap setting the caller has does not change the results. Thread-safe.
 */
#ifndef GELU_GELU_H
#define GELU_GELU_H

#include <stddef.h>

#if defined(__GNUC__)
#define GELU_API __attribute__((visibility("default")))
#else
#define GELU_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gelu_kernel gelu_kernel; /* opaque */

/* Error codes. 0 is success. */
enum {
  GELU_OK = 0,
  GELU_NULL_POINTER = 1, /* a null kernel, or a null buffer with n > 0 */
  GELU_WRONG_PASS = 2,   /* the kernel computes another pass */
  GELU_OVERLAP = 3,      /* buffers overlap without being equal */
  GELU_TOO_LARGE = 4,    /* n elements do not fit into the address space */
  GELU_BAD_FORMAT = 5    /* unknown formula, scale not positive and finite, or zero point not in
                            -128..127 */
};

GELU_API size_t gelu_kernel_count(void);                  /* kernels that this machine can run */
GELU_API const gelu_kernel* gelu_kernel_at(size_t index); /* NULL when out of range */
/* By key, <method>/<pass>/<dtype>/<backend>-<isa>, e.g. "erf_mills/forward/f32/stdx-avx512".
 * NULL when absent: unknown, or not for this machine. */
GELU_API const gelu_kernel* gelu_find(const char* key);

/* The fields of a kernel; NULL for a NULL kernel. */
GELU_API const char* gelu_key(const gelu_kernel*);
GELU_API const char* gelu_method(const gelu_kernel*);
GELU_API const char* gelu_formula(const gelu_kernel*); /* "erf" is exact GELU, x*Phi(x) */
/* "forward", "backward", "forward_backward", "bias", "gated": the call that the kernel is for */
GELU_API const char* gelu_pass(const gelu_kernel*);
/* "f64", "f32", "f16", "bf16"; "f32_bf16" reads f32 and writes bf16; "i8": signed 8-bit integers */
GELU_API const char* gelu_dtype(const gelu_kernel*);
GELU_API const char* gelu_backend(const gelu_kernel*);
GELU_API const char* gelu_isa(const gelu_kernel*);

/* Each call returns 0 or an error code; all arrays have the kernel's dtype.
 * y[i] = f(x[i]) for i < n. y may be x (but not where the types of the two differ). */
GELU_API int gelu_forward(const gelu_kernel*, const void* x, void* y, size_t n);
/* dx[i] = dy[i] * f'(x[i]) for i < n. dx may be x or dy. */
GELU_API int gelu_backward(const gelu_kernel*, const void* x, const void* dy, void* dx, size_t n);
/* Both at once, in the bits of the two: y and dx. Each may be x or dy, but y may not be dx. */
GELU_API int gelu_forward_backward(const gelu_kernel*, const void* x, const void* dy, void* y,
                                   void* dx, size_t n);
/* y[r][c] = f(x[r][c] + b[c]) for rows x columns, densely packed; the sum is not rounded to a
 * 16-bit type. y may be x. */
GELU_API int gelu_bias(const gelu_kernel*, const void* x, const void* b, void* y, size_t rows,
                       size_t columns);
/* y[i] = f(x[i]) * gate[i] for i < n (GEGLU); y is rounded once. y may be x or gate. */
GELU_API int gelu_gated(const gelu_kernel*, const void* x, const void* gate, void* y, size_t n);

/* The same calls, in the same bits, for arrays larger than the last cache: results go around the
 * caches (and are in none afterwards); x alone is fetched prefetch_bytes ahead, each of two inputs
 * half as far (0 leaves that to the hardware). Fastest where y and dx begin at a line of 64 bytes;
 * where they begin at different places of a line, gelu_forward_backward_streaming is
 * gelu_forward_backward. */
GELU_API int gelu_forward_streaming(const gelu_kernel*, const void* x, void* y, size_t n,
                                    size_t prefetch_bytes);
GELU_API int gelu_backward_streaming(const gelu_kernel*, const void* x, const void* dy, void* dx,
                                     size_t n, size_t prefetch_bytes);
GELU_API int gelu_forward_backward_streaming(const gelu_kernel*, const void* x, const void* dy,
                                             void* y, void* dx, size_t n, size_t prefetch_bytes);
GELU_API int gelu_bias_streaming(const gelu_kernel*, const void* x, const void* b, void* y,
                                 size_t rows, size_t columns, size_t prefetch_bytes);
GELU_API int gelu_gated_streaming(const gelu_kernel*, const void* x, const void* gate, void* y,
                                  size_t n, size_t prefetch_bytes);
/* The prefetch_bytes that was fastest on the processor of this kind that was measured; 0 where
 * none helped or none was measured. */
GELU_API size_t gelu_best_prefetch(void);

/* 8-bit integers: q stands for scale * (q - zero_point). There are 256 results, so that one kernel,
 * "table_int8/forward/i8/...", serves all formulas and scales by a table. */
typedef struct gelu_int8_format {
  float scale;
  int zero_point;
} gelu_int8_format;
/* Makes the table: entry (unsigned char)q is the result for q, rounded to the nearest integer of
 * y's format, ties to even, saturated. formula: "erf", "tanh", "sigmoid", "silu" or "relu". */
GELU_API int gelu_int8_table(const char* formula, gelu_int8_format x, gelu_int8_format y,
                             signed char table[256]);
/* y[i] = table[(unsigned char)x[i]] for i < n. y may be x; the table lies apart from y. */
GELU_API int gelu_forward_int8(const gelu_kernel*, const signed char table[256],
                               const signed char* x, signed char* y, size_t n);

/* One line in English for a code; never NULL. */
GELU_API const char* gelu_error(int code);

#ifdef __cplusplus
}
#endif
#endif
