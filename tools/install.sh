#!/usr/bin/env bash
# Installs Riwaya into .venv: its reading rooms compiled by mypyc where a C compiler is there or can be had, else as plain
# Python, which reads the same at about half the speed. RIWAYA_PURE=1 asks for plain Python.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$PWD/.venv/bin/python

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

can_compile() {
  command -v cc >/dev/null && "$python" - <<'CODE'
import sys, sysconfig
from pathlib import Path
sys.exit(not (Path(sysconfig.get_path("include")) / "Python.h").is_file())
CODE
}

if [ -z "${RIWAYA_PURE:-}" ] && ! can_compile && command -v apt-get >/dev/null; then
  # a bare Debian has no compiler
  (as_root apt-get update -qq && as_root apt-get install -y -qq gcc libc6-dev python3-dev) >/dev/null 2>&1 || true
fi

copy=$(mktemp -d)  # the compiled files must not lie beside the sources, which they would hide
trap 'rm -rf "$copy"' EXIT
cp -r riwaya pyproject.toml README.md LICENSE "$copy"
wheel() { "$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$copy/dist" "$copy"; }

if [ -n "${RIWAYA_PURE:-}" ]; then
  wheel
elif can_compile; then
  echo "compiling Riwaya: a minute or two, once for each change of its sources" >&2
  HATCH_BUILD_HOOKS_ENABLE=1 wheel >"$copy/log" 2>&1 || { tail -n 30 "$copy/log" >&2; echo "compiling failed: Riwaya is installed as plain Python" >&2; wheel; }
else
  echo "no C compiler or no Python.h: Riwaya is installed as plain Python, which reads at about half the speed" >&2
  wheel
fi
"$python" -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall "$copy"/dist/*.whl
touch .venv/.installed
