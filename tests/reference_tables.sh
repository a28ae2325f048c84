#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# reference_tables.sh PROGRAM SOURCE tables|checkpoints|hashes|narrow_hashes: what gelu-reference-tables prints is what
# stands in docs/accuracy.md and reference/checkpoints/. `SOURCE update` instead of a name writes them.
set -euo pipefail
program=$1 source=$2 what=$3
doc=$source/docs/accuracy.md
points=$source/reference/checkpoints

tables_of_doc() { sed -n '/<!-- begin: reference tables -->/,/<!-- end: reference tables -->/p' "$doc" | sed '1d;$d'; }

case $what in
  tables)
    diff <(tables_of_doc) <("$program" tables)
    ;;
  checkpoints)
    for formula in erf tanh sigmoid; do diff "$points/$formula.csv" <("$program" "$formula"); done
    ;;
  hashes)
    diff "$points/hashes.csv" <("$program" hashes)
    ;;
  narrow_hashes) # 2^32 inputs take a sanitized build ten minutes
    diff <(grep -v ',f32,' "$points/hashes.csv") <("$program" narrow_hashes)
    ;;
  update)
    mkdir -p "$points"
    for name in erf tanh sigmoid hashes; do "$program" "$name" >"$points/$name.csv"; done
    "$program" tables >"$doc.tables"
    sed -i -e '/<!-- begin: reference tables -->/,/<!-- end: reference tables -->/{//!d}' \
      -e "/<!-- begin: reference tables -->/r $doc.tables" "$doc"
    rm "$doc.tables"
    ;;
  *)
    echo "usage: $0 PROGRAM SOURCE tables|checkpoints|hashes|narrow_hashes|update" >&2
    exit 2
    ;;
esac
