#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs the library and builds a C program against it with find_package(gelubench).
# usage: install.sh <build folder> <source of the consumer> <scratch folder>
set -eu
rm -rf "$3"
cmake --install "$1" --prefix "$3/prefix" >/dev/null
cmake -S "$2" -B "$3/build" -G Ninja -DCMAKE_PREFIX_PATH="$3/prefix" >/dev/null
cmake --build "$3/build" >/dev/null
"$3/build/consumer"
"$3/build/consumer_static"
