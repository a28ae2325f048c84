# SPDX-License-Identifier: Apache-2.0
# Shared by the shell scripts: where things are, how they talk. Sourced, not run.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
venv=$root/build/venv
python=$venv/bin/python
export PYTHONPATH=$root/scripts PYTHONDONTWRITEBYTECODE=1

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() {
  say "$*"
  exit 2
}

# The comment block on top of the calling script, without its first two lines, is its help.
help() {
  sed -n '3,/^[^#]/{s/^# \{0,1\}//p}' "$root/scripts/${0##*/}"
  exit 0
}

# Processors that this process may use.
cores() { nproc 2>/dev/null || getconf _NPROCESSORS_ONLN; }

# configure PRESET [CMAKE ARGUMENTS]: quiet unless it fails or has something to say.
configure() {
  local log=$root/build/configure-$1.log
  mkdir -p "$root/build"
  if ! cmake --preset "$@" >"$log" 2>&1; then
    cat "$log" >&2
    die "configuring failed"
  fi
}

# build DIRECTORY [TARGETS]: ninja's status line carries the time that it took so far.
build() {
  local dir=$1
  shift
  NINJA_STATUS='[%f/%t %es] ' cmake --build "$dir" --parallel "$(cores)" ${1:+--target "$@"} >&2 ||
    die "building failed"
}
