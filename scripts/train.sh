#!/usr/bin/env bash
# Make both bundled models anew from the public data sets below DATA, in RUN; go on where it stopped.
#
# Usage: scripts/train.sh DATA RUN
set -euo pipefail
data=$1
run=$2
python=${TRAIN_PYTHON:-.venv-train/bin/python}
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}

step() { echo "== $*" >&2; "$python" -m "$@"; }

mkdir -p "$run/syntax" "$run/discourse" "$run/compare"
[ -f "$run/syntax/vectors.npz" ] || step training.syntax.vectors --data "$data" --out "$run/syntax/vectors.npz"
step training.syntax.train --data "$data" --out "$run/syntax"
step training.discourse.train --data "$data" --out "$run/discourse"
step training.syntax.assemble --run "$run/syntax" --out src/argmap/models/syntax
step training.discourse.export --data "$data" --run "$run/discourse" --out src/argmap/models/discourse
"$python" scripts/manifest.py
step training.compare.tune --data "$data" --out "$run/compare"
step training.compare.export --data "$data" --run "$run/compare" --model src/argmap/models/discourse
"$python" scripts/manifest.py
step training.syntax.intervals --data "$data" --model src/argmap/models/syntax | tee "$run/syntax/intervals.jsonl"
