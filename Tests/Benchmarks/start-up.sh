#!/usr/bin/env bash
# Measures what it costs to judge twelve samples: slo-cli beside an empty static Swift program and
# an awk script that computes the same eight means and one percentile.
#
#   Tests/Benchmarks/start-up.sh [RUNS]
#
# RUNS is at least 200, and 500 by default. Linux only.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
source "$here/common.sh"
inputs="$here/start-up"
runs="${1:-500}"

[[ "$runs" =~ ^[0-9]+$ ]] && ((runs >= 200)) || fail "RUNS must be a number from 200, found '$runs'"
need hyperfine
need mawk

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
metrics="$folder/metrics.csv"
mawk -f "$inputs/metrics.awk" >"$metrics"

build
: >"$folder/main.swift"
swiftc -O -static-executable "$folder/main.swift" -o "$folder/linked"
# Copies, as an installation makes them: the cache holds what a linker wrote in many small pieces,
# which makes it slower to map.
cp "$slo" "$folder/slo-cli"
slo="$folder/slo-cli"
cp "$folder/linked" "$folder/empty"

# The numbers first: a wrong answer may be as fast as it likes.
"$slo" check "$metrics" --rules "$inputs/rules.json5" --format json --fail-on rollback |
  sed -n 's/^ *"value": \([-0-9.e+]*\),$/\1/p' | tail -n 9 >"$folder/ours"
mawk -f "$inputs/rules.awk" "$metrics" >"$folder/theirs"
paste "$folder/ours" "$folder/theirs" | mawk '
  { distance = $1 - $2; if (distance < 0) distance = -distance }
  NF != 2 || distance > 1e-8 * ($1 < 0 ? -$1 : $1) { print "  " $1 " is not " $2; wrong = 1 }
  END { exit wrong || NR != 9 }' >&2 || fail "slo-cli and awk do not agree on the nine numbers"
echo "slo-cli and awk agree on the nine numbers" >&2

names=("empty program" "slo-cli, rule file" "slo-cli, preset" "mawk")
commands=(
  "'$folder/empty'"
  "'$slo' check '$metrics' --rules '$inputs/rules.json5'"
  "'$slo' check '$metrics' --preset production-baseline"
  "mawk -f '$inputs/rules.awk' '$metrics'"
)
if command -v gawk >/dev/null; then
  names+=("gawk")
  commands+=("gawk -f '$inputs/rules.awk' '$metrics'")
fi
hyperfine -N --warmup 20 --runs "$runs" --style none --export-json "$folder/times.json" \
  "${commands[@]}" 2>"$folder/log" >&2 || {
  cat "$folder/log" >&2
  fail "a command failed"
}

sed -n 's/^ *"median": \([0-9.e+-]*\),$/\1/p' "$folder/times.json" |
  paste -d '|' <(printf '%s\n' "${names[@]}") - | mawk -F '|' -v runs="$runs" '
  { name[NR] = $1; median[NR] = $2 * 1000; if ($1 == "mawk") mawk = median[NR] }
  END {
    printf "%d runs each\n\n", runs
    printf "%-20s  %10s  %16s  %7s\n", "", "median", "beyond the empty", "to mawk"
    for (i = 1; i <= NR; i++)
      printf "%-20s  %7.2f ms  %13.2f ms  %6.2fx\n", \
        name[i], median[i], median[i] - median[1], median[i] / mawk
  }'
