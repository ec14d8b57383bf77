#!/usr/bin/env bash
# Make the virtual environment FOLDER with a fitting Python and install WHAT (`.` or `.[dev]`) into it.
set -euo pipefail
folder=$1
what=$2

fits() { "$1" -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }

if ! { [ -x "$folder/bin/python" ] && fits "$folder/bin/python"; }; then
  for python in "${PYTHON:-}" python3.11 python3.12 python3.13 python3; do
    [ -n "$python" ] && command -v "$python" >/dev/null && fits "$python" && break
    python=
  done
  if [ -z "$python" ]; then
    echo "argmap needs Python 3.11, 3.12 or 3.13: install one, or name it with PYTHON=/path/to/python." >&2
    exit 1
  fi
  rm -rf "$folder"
  "$python" -m venv "$folder" || {
    echo "Python's venv module is incomplete: install the package python3-venv." >&2
    exit 1
  }
fi
echo "Installing argmap and what it needs into $folder ..." >&2
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$what"
