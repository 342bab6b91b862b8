#!/usr/bin/env bash
# Measures whether recommended targets keep their promise: how often an unchanged next run of
# synthetic services is beyond them, beside other ways to choose a target.
#
#   Tests/Benchmarks/recommend.sh [PAIRS]
#
# PAIRS of runs for each service: at least 100, and 2000 by default. The table is Markdown on
# standard output. Needs python3 with numpy.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/common.sh"
pairs="${1:-2000}"

[[ "$pairs" =~ ^[0-9]+$ ]] && ((pairs >= 100)) || fail "PAIRS must be a number from 100, found '$pairs'"
python3 -c 'import numpy' 2>/dev/null || fail "python3 with numpy is missing"

slo="${SLO_CLI:-}"
[[ -n "$slo" ]] || build
exec python3 "$here/recommend" "$slo" "$pairs"
