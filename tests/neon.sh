#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Cross-compiles the kernels for aarch64 and compares, under qemu-aarch64, the hashes of all backends
# with each other and with those of the fma backends here. Exit 77: not possible here.
# usage: neon.sh <source folder> <build folder> <hashes of this machine> <folder of table blobs>
set -eu
for tool in aarch64-linux-gnu-g++ qemu-aarch64; do
  command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
cmake -S "$1" -B "$2" -G Ninja --toolchain "$1/cmake/aarch64.cmake" -DCMAKE_BUILD_TYPE=Release \
  -DGELU_BUILD_REFERENCE=OFF -DGELU_TABLES_DIR="$4" >"$2.log" 2>&1 || { tail -20 "$2.log"; exit 1; }
ninja -C "$2" hashes >>"$2.log" 2>&1 || { tail -40 "$2.log"; exit 1; }
qemu-aarch64 -L /usr/aarch64-linux-gnu "$2/bin/hashes" --check --patterns 14 \
  --expect "scalar-neon autovec-neon stdx-neon" >"$2/neon.txt"
"$3" --patterns 14 | awk '$2 == "fma" {print $1, $3}' | sort >"$2/here_fma.txt"
awk '$2 == "fma" {print $1, $3}' "$2/neon.txt" | sort >"$2/neon_fma.txt"
[ -s "$2/here_fma.txt" ] || { echo "skipped: no fma on this CPU to compare with"; exit 77; }
diff "$2/here_fma.txt" "$2/neon_fma.txt"
echo "$(wc -l <"$2/neon_fma.txt") hashes equal on NEON and here"
