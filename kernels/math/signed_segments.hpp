// SPDX-License-Identifier: Apache-2.0
// f(x) = x P(x) and f'(x) from polynomials on 32 segments of x itself, where nearly all numbers
// are: no |x|, no exponential, no division. For vectors that fuse; the others, and elements below,
// are those of another method.
#pragma once

#include "kernels/kernel.hpp"
#include "kernels/math/lookup.hpp"
#include "kernels/math/pair.hpp"

namespace gelu::math {

/// How segments are laid out: equal, or narrowing towards `low`, where a Gaussian falls fast.
enum class Layout : unsigned char { equal, narrowing };

/// Segment j of low < x holds the x for which u, or its square, is nearest to j: u = offset - scale
/// x. Above `top` the function is what it is there. c[k] holds the coefficients of degree k in x -
/// middle; of a segment around 0, middle is 0.
template <std::size_t Degree, Layout L>
struct SignedSegments {
  static constexpr Layout layout = L;
  float scale, offset, low, top;
  float middle[32];
  float c[Degree + 1][32];
};

/// x, at most `top`, and its distance d from the middle of segment i.
template <class V>
struct SignedArgument {
  V x, d;
  typename V::Int i;

  SignedArgument() = default;
  template <class S>
  GELU_FN SignedArgument(V from, const S& s) : x(min(V(s.top), from)) {
    constexpr float magic = 0x1.8p23F;  // from here on floats are one apart
    if constexpr (S::layout == Layout::equal) {
      i = bits(fma(x, V(-s.scale), V(magic + s.offset)));
    } else {
      const V u = fma(x, V(-s.scale), V(s.offset));
      i = bits(fma(u, u, V(magic)));
    }
    d = x - lookup32<V>(s.middle, i);
  }
};

/// The tables of f(x) / x and of f'.
template <auto Factor, auto Slope>
struct SignedTables {
  static_assert(Factor().low == Slope().low);
  static constexpr float low = Factor().low;

  /// For the polynomial of pass P.
  template <Pass P, class V>
  GELU_FN static SignedArgument<V> argument(V x) {
    if constexpr (P == Pass::forward) {
      GELU_TABLE auto s = Factor();
      return SignedArgument<V>(x, s);
    } else {
      GELU_TABLE auto s = Slope();
      return SignedArgument<V>(x, s);
    }
  }
};

/// x P(x) and f'(x), P and f' rounded once more than they need be.
template <auto Factor, auto Slope>
struct SignedOnce : SignedTables<Factor, Slope> {
  template <class V>
  GELU_FN static V forward(V x, const SignedArgument<V>& a) {
    GELU_TABLE auto s = Factor();
    return x * looked_up(a.d, a.i, s.c);
  }
  template <class V>
  GELU_FN static V derivative(const SignedArgument<V>& a) {
    GELU_TABLE auto s = Slope();
    return looked_up(a.d, a.i, s.c);
  }
};

/// The same with what rounding took from the last two steps of the polynomials, whose coefficients
/// of degree 0 and 1 are nearly floats: one rounding.
template <auto Factor, auto Slope>
struct SignedTwice : SignedTables<Factor, Slope> {
  template <class V>
  GELU_FN static V forward(V x, const SignedArgument<V>& a) {
    GELU_TABLE auto s = Factor();
    const Pair<V> p = value(a, s);
    // a.x, not x: infinity times what is left would be NaN.
    return fma(x, p.hi, a.x * p.lo);
  }
  template <class V>
  GELU_FN static V derivative(const SignedArgument<V>& a) {
    GELU_TABLE auto s = Slope();
    const Pair<V> p = value(a, s);
    return p.hi + p.lo;
  }

 private:
  template <class V, class S>
  GELU_FN static Pair<V> value(const SignedArgument<V>& a, const S& s) {
    const Pair<V> line = product_plus(a.d, looked_up<2>(a.d, a.i, s.c), lookup32<V>(s.c[1], a.i));
    const Pair<V> p = product_plus(a.d, line.hi, lookup32<V>(s.c[0], a.i));
    return {p.hi, fma(a.d, line.lo, p.lo)};
  }
};

/// A method of `Core`'s functions above Core::low, of `Rest` elsewhere and for NaN.
template <class Core, class Rest>
struct OnCore {
  template <class Vec>
  requires Vec::has_fma struct Attempt {
    typename Vec::Mask sure;

    template <class V>
    GELU_FN V forward(V x) {
      sure = x > V(Core::low);
      return Core::forward(x, Core::template argument<Pass::forward>(x));
    }
    template <class V>
    GELU_FN V derivative(V x) {
      sure = x > V(Core::low);
      return Core::derivative(Core::template argument<Pass::backward>(x));
    }
  };

  /// Measured: two together gain by more than one or four. On 16 registers not tried: two vectors
  /// kept and two at work fill them.
  template <Pass P, class Vec>
  requires(Vec::has_fma&& Vec::size == 16) struct Prepared {
    static constexpr std::size_t together = 2;
    SignedArgument<Vec> a;
    typename Vec::Mask sure;

    Prepared() = default;
    GELU_FN explicit Prepared(Vec x) : a(Core::template argument<P>(x)) {}

    template <class V>
    GELU_FN V forward(V x) {
      sure = x > V(Core::low);
      return Core::forward(x, a);
    }
    template <class V>
    GELU_FN V derivative(V x) {
      sure = x > V(Core::low);
      return Core::derivative(a);
    }
  };

  template <class Vec>
  struct Otherwise : Rest {
    GELU_FN explicit Otherwise(typename Vec::Mask /*sure*/) {}
  };

  template <class V>
  GELU_FN static V forward(V x) {
    return everywhere<Pass::forward>(x);
  }
  template <class V>
  GELU_FN static V derivative(V x) {
    return everywhere<Pass::backward>(x);
  }

 private:
  template <Pass P, class F, class V>
  GELU_FN static V of(F&& f, V x) {
    if constexpr (P == Pass::forward) {
      return f.template forward<V>(x);
    } else {
      return f.template derivative<V>(x);
    }
  }
  template <Pass P, class V>
  GELU_FN static V everywhere(V x) {
    if constexpr (V::has_fma) {
      Attempt<V> attempt;
      const V y = of<P>(attempt, x);
      if (!all_of(attempt.sure)) [[unlikely]]
        return select(attempt.sure, y, of<P>(Rest(), x));
      return y;
    } else {
      return of<P>(Rest(), x);
    }
  }
};

}  // namespace gelu::math
