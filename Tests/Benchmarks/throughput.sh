#!/usr/bin/env bash
# Measures how fast slo-cli aggregates large files and, with --peers, how fast others do.
#
#   Tests/Benchmarks/throughput.sh [--peers] [--large] [--rows N,...] [--help]
#
# The tables are Markdown on standard output; progress goes to standard error. What is installed
# from PyPI and the metrics are kept in Tests/Benchmarks/.cache. Linux only.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/common.sh"
benchmark="$here/throughput"
environment="$here/.cache/python"

peers=
slo=
for option in "$@"; do
  case "$option" in
    -h | --help) exec python3 "$benchmark/options.py" --help ;;
    --peers) peers=yes ;;
    --slo | --slo=*) slo=given ;;
  esac
done
command -v python3 >/dev/null || fail "python3 is missing"
# A mistake should not have to wait for a build.
python3 "$benchmark/options.py" "$@"

# Installs what a list of requirements names, one by one: what cannot be had is left out.
require() {
  local requirement
  while read -r requirement; do
    "$environment/bin/pip" install --quiet --disable-pip-version-check "$requirement" >&2 \
      || echo "pip could not install $requirement" >&2
  done <"$1"
}

need time
[[ -x "$environment/bin/pip" ]] || python3 -m venv "$environment" \
  || fail "python3 cannot make a virtual environment: install python3-venv and run this again"
require "$benchmark/requirements.txt"
if [[ -n "$peers" ]]; then
  echo "Installing the peers" >&2
  require "$benchmark/peers/requirements.txt"
  for program in gawk mlr:miller; do
    (need "${program%:*}" "${program#*:}") || true
  done
fi

if [[ -n "$slo" ]]; then
  exec "$environment/bin/python" "$benchmark" "$@"
fi
build
exec "$environment/bin/python" "$benchmark" --slo "$slo" "$@"
