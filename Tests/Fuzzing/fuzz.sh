#!/usr/bin/env bash
# Feeds the readers of the library with inputs that libFuzzer makes up, and stops at the first one
# that crashes, takes too long or breaks an invariant.
#
#   Tests/Fuzzing/fuzz.sh [SECONDS] [TARGET…]
#
# SECONDS for each target, 60 by default; all targets by default. What was learned is kept in
# .build-fuzz/corpus, and the next run goes on from there. An input that was found is in
# .build-fuzz/found:
#
#   FUZZ_TARGET=metrics .build-fuzz/fuzz .build-fuzz/found/metrics-crash-…
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$here/../.."
folder=.build-fuzz
all=(metrics rules expressions environment checklists evaluations intruder)

fail() {
  echo "error: $1" >&2
  exit "${2:-1}"
}

seconds="${1:-60}"
[[ "$seconds" =~ ^[1-9][0-9]*$ ]] || fail "SECONDS must be a number from 1, found '$seconds'" 64
targets=("${@:2}")
((${#targets[@]})) || targets=("${all[@]}")
for target in "${targets[@]}"; do
  [[ " ${all[*]} " == *" $target "* ]] || fail "no target '$target'; targets are ${all[*]}" 64
done

# The toolchains for macOS come without the fuzzer's library, and so do some for Linux.
resources="$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/clang"
if ! find -L "$resources" -name 'libclang_rt.fuzzer*' 2>/dev/null | grep -q .; then
  echo "warning: fuzzing is skipped: this toolchain has no libFuzzer ($resources)" >&2
  exit 0
fi

# A crash is reported by the fuzzer, with the input.
export SWIFT_BACKTRACE=enable=no

build() {
  local flags=(
    -swift-version 6 -O -wmo -parse-as-library -sanitize=fuzzer
    -enable-upcoming-feature ExistentialAny
    -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility
    "$@"
  )
  local library=() harness=()
  mapfile -t library < <(find Sources/SLOKit -name '*.swift' | sort)
  mapfile -t harness < <(find Tests/Fuzzing -name '*.swift' | sort)
  harness+=(Tests/SLOKitTests/Support/ExpressionShape.swift)
  mkdir -p "$folder"
  if [[ ! -f "$folder/SLOKit.o" || -n "$(find Sources/SLOKit -newer "$folder/SLOKit.o")" ]]; then
    swiftc "${flags[@]}" -enable-testing -module-name SLOKit -emit-module \
      -emit-module-path "$folder/SLOKit.swiftmodule" -c "${library[@]}" -o "$folder/SLOKit.o"
  fi
  swiftc "${flags[@]}" -module-name Fuzzing -I "$folder" "$folder/SLOKit.o" "${harness[@]}" -lm \
    -o "$folder/fuzz"
}

# The first inputs of a target, from the fixtures: its corpus grows from them.
seed() {
  local target="$1" seeds="$folder/seeds/$1" file name
  mkdir -p "$seeds"
  case "$target" in
    metrics)
      for file in Fixtures/*/metrics.csv; do
        head -n 12 "$file" >"$seeds/$(basename "$(dirname "$file")")"
      done
      ;;
    rules)
      for file in Fixtures/*/slo-rules.json5; do
        cp "$file" "$seeds/$(basename "$(dirname "$file")")"
      done
      ;;
    expressions)
      grep -ohE '"[^"]*[<>()][^"]*"' Fixtures/*/slo-rules.json5 Sources/SLOKit/Rules/Presets/*.swift |
        sort -u | tr -d '"' | split -l 1 -a 4 - "$seeds/"
      ;;
    environment) cp "$here"/Seeds/environment/* "$seeds" ;;
    checklists) cp "$here"/Seeds/checklists/* Fixtures/*/release.md "$seeds" 2>/dev/null || true ;;
    evaluations)
      for file in Fixtures/*/metrics.csv; do
        name="$(basename "$(dirname "$file")")"
        {
          cat "$(dirname "$file")/slo-rules.json5" 2>/dev/null || printf '%s' "$(preset "$name")"
          printf '\n=== metrics\n'
          head -n 14 "$file"
        } >"$seeds/$name"
      done
      ;;
    intruder) printf 'intruder' >"$seeds/first" ;;
  esac
}

# The preset that the fixture NAME is judged by.
preset() {
  case "$1" in
    production-*) echo production-baseline ;;
    staging-*) echo staging-baseline ;;
    release-*) echo release-canary ;;
    canary-*) echo canary-rollout ;;
    progressive-*) echo progressive-rollout ;;
    *) echo readiness-score ;;
  esac
}

dictionary() {
  local name names=("$1")
  case "$1" in
    rules) names=(rules expressions) ;;
    evaluations) names=(rules expressions metrics) ;;
    intruder) names=(metrics) ;;
  esac
  for name in "${names[@]}"; do cat "$here/Dictionaries/$name.dict"; done
}

fuzz() {
  local target="$1" length=4096
  # Two files in one need room, and what is drawn from bytes none.
  [[ "$target" == evaluations ]] && length=8192
  [[ "$target" == intruder ]] && length=1024
  seed "$target"
  mkdir -p "$folder/corpus/$target" "$folder/found"
  dictionary "$target" >"$folder/$target.dict"
  printf '\n== fuzzing %s for %s s\n' "$target" "$seconds"
  if ! FUZZ_TARGET="$target" "$folder/fuzz" -max_total_time="$seconds" -max_len="$length" \
    -timeout=10 -rss_limit_mb=1024 -dict="$folder/$target.dict" -print_final_stats=1 \
    -artifact_prefix="$folder/found/$target-" "$folder/corpus/$target" "$folder/seeds/$target" \
    >"$folder/$target.log" 2>&1; then
    tail -n 60 "$folder/$target.log" >&2
    fail "$target: the input above breaks something; it is in $folder/found"
  fi
  grep -E '#[0-9]+ *DONE|stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' \
    "$folder/$target.log"
}

build
for target in "${targets[@]}"; do fuzz "$target"; done
