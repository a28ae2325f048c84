#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# cuda_device.sh GELU-CUDA: every CUDA kernel against the reference on the GPU that is here. Without one:
# exit 77, after a look at what the program says then.
set -u
record=$(mktemp) || exit 1
trap 'rm -f "$record"' EXIT
text=$("$1" --check-only --out-json "$record")
code=$?
echo "$text"
case $text in
  "gelu-cuda: absent: "*)
    [ $code = 0 ] || { echo "exit code $code, not 0"; exit 1; }
    grep -q '"what":"cuda"' "$record" || { echo "the record does not say it"; exit 1; }
    "$1" --check-only --require >/dev/null
    [ $? = 2 ] || { echo "--require: not exit code 2"; exit 1; }
    exit 77 ;;
esac
exit $code
