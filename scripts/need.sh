#!/usr/bin/env bash
# Install the system's PACKAGE where PROGRAM is missing: by apt-get, with sudo where not root.
set -euo pipefail
program=$1
package=$2

command -v "$program" >/dev/null && exit 0
if ! command -v apt-get >/dev/null; then
  echo "The program '$program' is missing: install the package '$package' of your system, then run this again." >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "The program '$program' is missing: as root, run 'apt-get install $package', then run this again." >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing the package $package ..." >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$package"
}
if ! { "${as_root[@]}" apt-get update && install; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "apt-get could not install '$package'; install it by hand, then run this again." >&2
  exit 1
fi
command -v "$program" >/dev/null
