#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# reference_command.sh PROGRAM: what `gelu-accuracy reference` prints, and how it refuses.
set -uo pipefail
program=$1
failures=0

# expect CODE TEXT ARGUMENTS...: exit code, and a line of the output (stdout for 0, else stderr).
expect() {
  local code=$1 text=$2 output got
  shift 2
  if ((code == 0)); then
    output=$("$program" reference "$@" 2>/dev/null)
  else
    output=$("$program" reference "$@" 2>&1 >/dev/null)
  fi
  got=$?
  if ((got != code)) || ! grep -qF -- "$text" <<<"$output" ||
    { ((code != 0)) && (($(wc -l <<<"$output") != 1)); }; then
    echo "reference $*: exit code $got, wanted $code and '$text' in:" >&2
    echo "$output" >&2
    failures=$((failures + 1))
  fi
}

tab=$'\t'
expect 0 "y_bits" 0
expect 0 "-1${tab}-0x1p+0${tab}bff0000000000000${tab}-0.15865525393145705${tab}" -1
expect 0 "${tab}4007f7b4cb426ddc" --formula erf --pass forward --dtype f64 -3 -1 0 1 3
expect 0 "-inf${tab}-inf${tab}ff800000${tab}-0${tab}-0x0p+0${tab}80000000" --dtype f32 -inf
expect 0 "nan${tab}nan${tab}7fc00000${tab}nan" --dtype f32 nan
expect 0 "${tab}00000001${tab}1e-45${tab}0x1p-149${tab}00000001" --dtype f32 --bits 1
expect 0 "${tab}80000001${tab}-0${tab}-0x0p+0${tab}80000000" --dtype f32 -1e-45
expect 0 "${tab}c0000000${tab}-0.08523" --dtype f32 --pass backward -2
# Ties of decimal numbers are broken by all of their digits: 1 + 2^-11 is between two halfs.
expect 0 "1.0009766${tab}" --dtype f16 1.00048828125000000000000000000000000000000000000000000001
expect 0 "1${tab}0x1p+0${tab}3c00" --dtype f16 1.00048828125
expect 0 "448${tab}0x1.cp+8${tab}7e" --dtype e4m3 448
expect 0 "6482f61c717e13bb" --hash --dtype f16
expect 2 "give numbers X" --dtype f16
expect 2 "--hash needs a --dtype" --hash
expect 2 "--hash takes no numbers" --hash --dtype f16 1
expect 2 "'abc' is not a number for f64" abc
expect 2 "'' is not a number" ""
expect 2 "'12345' is not an encoding of f16" --bits --dtype f16 12345
expect 2 "gelu not in" --formula gelu 1
expect 2 "--treads" --treads 3 1
if "$program" reference 1 >/dev/full 2>/dev/null; then
  echo "a full disk went unnoticed" >&2
  failures=$((failures + 1))
fi
exit $((failures != 0))
