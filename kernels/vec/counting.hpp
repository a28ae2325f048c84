// SPDX-License-Identifier: Apache-2.0
// The vocabulary as a counter: one element that remembers which operations made it, so that nobody
// types a flop count by hand. Values are computed as in Scalar, so data-dependent code counts too.
#pragma once

#include "kernels/vec/scalar.hpp"

namespace gelu::vec {

/// Operations per element, by what they cost in. An unfused fma counts as mul + add.
struct Operations {
  int add =
      0;  ///< + - (also the two inside `round`'s and `to_int`'s magic, where they are written)
  int mul = 0;     ///< *
  int fma = 0;     ///< fused multiply-add
  int div = 0;     ///< /
  int minmax = 0;  ///< min, max
  int round = 0;   ///< round to integer
  int scale = 0;   ///< scale_pow2
  int logic = 0;  ///< comparisons, select, sign and bit operations, integer arithmetic, conversions
  int lookup = 0;   ///< lookup8, lookup16, lookup32
  int gather = 0;   ///< gather
  int library = 0;  ///< map, recip_estimate
  /// Floating-point operations as rooflines count them: an fma is two.
  constexpr int flops() const { return add + mul + 2 * fma + div; }
};

/// One element of T whose operations are counted in Counting<T, Tag>::count.
template <class T, class Tag>
struct Counting {
  using value_type = T;
  using Plain = Scalar<T, Tag>;
  using Wide = Counting<double, Tag>;  ///< counts apart
  static constexpr int size = 1;
  static constexpr bool has_fma = true;
  static inline thread_local Operations count{};

  struct Int {
    typename Plain::Int i;
    Int() = default;
    explicit Int(typename Plain::Int::Signed c) : i(c) {}
    explicit Int(typename Plain::Int p) : i(p) {}
    friend Int operator+(Int a, Int b) { return ++count.logic, Int(a.i + b.i); }
    friend Int operator-(Int a, Int b) { return ++count.logic, Int(a.i - b.i); }
    friend Int operator&(Int a, Int b) { return ++count.logic, Int(a.i & b.i); }
    friend Int operator|(Int a, Int b) { return ++count.logic, Int(a.i | b.i); }
    friend Int operator^(Int a, Int b) { return ++count.logic, Int(a.i ^ b.i); }
    template <int K>
    Int left() const {
      return ++count.logic, Int(vec::shl<K>(i));
    }
    template <int K>
    Int right() const {
      return ++count.logic, Int(vec::shr<K>(i));
    }
  };
  struct Mask {
    bool v;
    friend Mask operator&(Mask a, Mask b) { return ++count.logic, Mask{a.v && b.v}; }
    friend Mask operator|(Mask a, Mask b) { return ++count.logic, Mask{a.v || b.v}; }
    friend Mask operator!(Mask a) { return ++count.logic, Mask{!a.v}; }
    friend bool any_of(Mask a) { return ++count.logic, a.v; }
    friend bool all_of(Mask a) { return ++count.logic, a.v; }
    friend Counting select(Mask m, Counting a, Counting b) {
      const Plain x = a.plain(), y = b.plain();
      return ++count.logic, Counting(m.v ? x : y);
    }
  };

  T v;
  /// By a minus that costs nothing where a sum, a difference or an fma takes it in; elsewhere
  /// `plain` counts it.
  bool negated = false;
  Counting() = default;
  explicit constexpr Counting(T c) : v(c) {}
  explicit Counting(Plain p) : v(p.v) {}
  Plain plain() const { return count.logic += negated, Plain(v); }
  friend Counting operator+(Counting a, Counting b) { return ++count.add, Counting(a.v + b.v); }
  friend Counting operator-(Counting a, Counting b) { return ++count.add, Counting(a.v - b.v); }
  friend Counting operator*(Counting a, Counting b) {
    return ++count.mul, Counting(a.plain().v * b.plain().v);
  }
  friend Counting operator/(Counting a, Counting b) {
    return ++count.div, Counting(a.plain().v / b.plain().v);
  }
  friend Counting operator-(Counting a) {
    Counting r(-a.v);
    r.negated = !a.negated;
    return r;
  }
  friend Mask operator<(Counting a, Counting b) {
    return ++count.logic, Mask{a.plain().v < b.plain().v};
  }
  friend Mask operator<=(Counting a, Counting b) {
    return ++count.logic, Mask{a.plain().v <= b.plain().v};
  }
  friend Mask operator>(Counting a, Counting b) {
    return ++count.logic, Mask{a.plain().v > b.plain().v};
  }
  friend Mask operator>=(Counting a, Counting b) {
    return ++count.logic, Mask{a.plain().v >= b.plain().v};
  }
  friend Mask operator==(Counting a, Counting b) {
    return ++count.logic, Mask{a.plain().v == b.plain().v};
  }
  friend Counting fma(Counting a, Counting b, Counting c) {
    return ++count.fma, Counting(std::fma(a.v, b.v, c.v));
  }
  friend Counting abs(Counting a) { return ++count.logic, Counting(vec::abs(a.plain())); }
  friend Counting copysign(Counting a, Counting s) {
    return ++count.logic, Counting(vec::copysign(a.plain(), s.plain()));
  }
  friend Counting min(Counting a, Counting b) {
    return ++count.minmax, Counting(vec::min(a.plain(), b.plain()));
  }
  friend Counting max(Counting a, Counting b) {
    return ++count.minmax, Counting(vec::max(a.plain(), b.plain()));
  }
  friend Counting min_abs(Counting a, Counting c) {
    return ++count.minmax, Counting(vec::min_abs(a.plain(), c.plain()));
  }
  friend Counting clamp(Counting a, Counting c) {
    return ++count.minmax, Counting(vec::clamp(a.plain(), c.plain()));
  }
  friend Counting round(Counting a) { return ++count.round, Counting(vec::round(a.plain())); }
  friend Int bits(Counting a) { return Int(vec::bits(a.plain())); }
  friend Int to_int(Counting a) { return ++count.logic, Int(vec::to_int(a.plain())); }
  friend Counting scale_pow2(Counting a, Counting n) {
    return ++count.scale, Counting(vec::scale_pow2(a.plain(), n.plain()));
  }
  friend Counting recip_estimate(Counting a) {
    return ++count.library, Counting(vec::recip_estimate(a.plain()));
  }
};

template <class V>
concept counting_vector = requires {
  requires std::is_same_v<typename V::Plain, decltype(V{}.plain())>;
};

template <int K, class I>
requires requires(I i) { i.template left<K>(); }
I shl(I i) { return i.template left<K>(); }
template <int K, class I>
requires requires(I i) { i.template right<K>(); }
I shr(I i) { return i.template right<K>(); }
template <counting_vector V>
V from_bits(typename V::Int i) {
  return V(from_bits<typename V::Plain>(i.i));
}
template <counting_vector V>
V to_real(typename V::Int i) {
  ++V::count.logic;
  return V(to_real<typename V::Plain>(i.i));
}
template <counting_vector V>
V pow2(V n) {
  ++V::count.scale;
  return V(pow2(n.plain()));
}
template <counting_vector V>
V lookup8(const typename V::value_type (&t)[8], typename V::Int i) {
  ++V::count.lookup;
  return V(lookup8<typename V::Plain>(t, i.i));
}
template <counting_vector V>
V lookup16(const typename V::value_type (&t)[16], typename V::Int i) {
  ++V::count.lookup;
  return V(lookup16<typename V::Plain>(t, i.i));
}
template <counting_vector V>
V lookup32(const typename V::value_type (&t)[32], typename V::Int i) {
  ++V::count.lookup;
  return V(lookup32<typename V::Plain>(t, i.i));
}
template <counting_vector V>
void widen(V a, typename V::Wide (&w)[1]) {
  ++V::count.logic;
  w[0] = typename V::Wide(static_cast<double>(a.plain().v));
}
template <counting_vector V>
V narrow(const typename V::Wide (&w)[1]) {
  ++V::count.logic;
  return V(static_cast<float>(w[0].plain().v));
}
template <counting_vector V>
V gather(const typename V::value_type* p, typename V::Int i) {
  ++V::count.gather;
  return V(gather<typename V::Plain>(p, i.i));
}
template <counting_vector V, class F>
V map(F f, V a) {
  ++V::count.library;
  return V(f(a.plain().v));
}

}  // namespace gelu::vec
