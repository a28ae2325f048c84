#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# One door: each backend's object shows exactly one symbol, and nothing that every CPU must run holds
# an instruction that only newer ones have.
# usage: symbols.sh <folder of gelu_backend_*.o> <baseline object or archive>...
set -eu
folder=$1
shift
failed=0
count=0
for object in "$folder"/gelu_backend_*.o; do
  count=$((count + 1))
  door=$(basename "$object" .o)
  symbols=$(nm --defined-only --extern-only "$object" | awk '{print $3}')
  if [ "$symbols" != "$door" ]; then
    echo "$object shows: $(echo "$symbols" | head -5 | tr '\n' ' ') instead of $door alone"
    failed=1
  fi
done
[ "$count" -gt 0 ] || { echo "no backend objects in $folder"; exit 1; }
# VEX and EVEX instructions are the ones whose mnemonic starts with v (verr and verw are not VEX).
for object in "$folder"/gelu_backend_*_sse2.o "$@"; do
  [ -e "$object" ] || continue
  found=$(objdump -d --no-show-raw-insn "$object" |
    awk -F'\t' '$2 ~ /^v/ && $2 !~ /^ver[rw]/ {print $2; n++} n == 3 {exit}')
  if [ -n "$found" ]; then
    echo "$object holds AVX instructions: $found"
    failed=1
  fi
done
echo "$count backend objects read"
exit "$failed"
