#!/usr/bin/env bash
# Makes .venv with everything that requirements.lock names. Needs Python 3.11 or newer.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Riwaya needs Python 3.11 or newer; set PYTHON=…" >&2; exit 1; }

if ! "$python" -m venv .venv >/dev/null 2>&1; then
  # a bare Debian has Python without venv
  rm -rf .venv
  command -v apt-get >/dev/null || { echo "python3 -m venv fails here: install the venv module of your Python" >&2; exit 1; }
  as_root apt-get update -qq
  as_root apt-get install -y -qq python3-venv >/dev/null
  "$python" -m venv .venv
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
touch .venv/.ready
