#!/usr/bin/env bash
# How much of the sources the tests run, in lines: by folder, the least covered files, and in all.
#
#   Tests/coverage.sh [--no-test]
#
# With --no-test it reports on the last run. The exit status is 1 when a test fails, or less than
# 95 % of the library's lines are covered.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

least=95
least_of_a_file=90
flags=(--enable-code-coverage -Xswiftc -warnings-as-errors)
profiles="$PWD/.build/coverage"

# The profiles can be read only by the tools of the compiler that made them.
if command -v xcrun >/dev/null; then
  tools="$(dirname "$(xcrun --find swift)")"
else
  tools="$(dirname "$(readlink -f "$(command -v swift)")")"
fi

case "${1-}" in
  "")
    swift build --build-tests "${flags[@]}" </dev/null
    rm -rf "$profiles"
    # With the flag for coverage, the tests of tools that are killed while they write would fail the
    # run: it asks that every profile be whole.
    LLVM_PROFILE_FILE="$profiles/%p.%m.profraw" swift test --skip-build </dev/null
    "$tools/llvm-profdata" merge -sparse -failure-mode=all "$profiles"/*.profraw \
      -o "$profiles/default.profdata" 2>/dev/null
    rm "$profiles"/*.profraw
    ;;
  --no-test) ;;
  *) echo "usage: Tests/coverage.sh [--no-test]" >&2 && exit 64 ;;
esac

binaries="$(swift build --show-bin-path "${flags[@]}")"
profile="$profiles/default.profdata"
tests="$(echo "$binaries"/*PackageTests.xctest)"
if [ -d "$tests" ]; then tests="$(echo "$tests"/Contents/MacOS/*)"; fi
if ! [ -f "$profile" ]; then
  echo "error: there is no $profile: run Tests/coverage.sh without --no-test" >&2
  exit 1
fi

# Of each file: its name (SF), how many of its lines can be run (LF), and how many were (LH).
"$tools/llvm-cov" export -format=lcov -summary-only -instr-profile "$profile" "$tests" |
  awk -v sources="$PWD/Sources/" -v least="$least" -v least_of_a_file="$least_of_a_file" '
    function percent(hit, found) { return found == 0 ? 100 : 100 * hit / found }
    function row(name, hit, found) {
      printf "%7.2f %%  %6d of %6d  %s\n", percent(hit, found), hit, found, name
    }
    /^SF:/ { file = substr($0, 4) }
    /^LF:/ { lines = substr($0, 4) }
    /^LH:/ {
      if (index(file, sources) != 1) next
      hit = substr($0, 4)
      name = substr(file, length(sources) + 1)
      split(name, parts, "/")
      folder = parts[1] == "SLOKit" ? parts[1] "/" parts[2] : parts[1]
      if (!(folder in found_in)) folders[++count] = folder
      hit_in[folder] += hit
      found_in[folder] += lines
      if (parts[1] == "SLOKit") { all_hit += hit; all_found += lines }
      if (percent(hit, lines) < least_of_a_file) weak[++weak_count] = name
      hit_of[name] = hit
      found_of[name] = lines
    }
    END {
      for (i = 1; i <= count; i++) row(folders[i], hit_in[folders[i]], found_in[folders[i]])
      row("SLOKit", all_hit, all_found)
      if (weak_count) printf "\nBelow %d %%:\n", least_of_a_file
      for (i = 1; i <= weak_count; i++) row(weak[i], hit_of[weak[i]], found_of[weak[i]])
      if (all_found == 0 || percent(all_hit, all_found) < least) {
        printf "error: the tests cover less than %d %% of the library\n", least > "/dev/stderr"
        exit 1
      }
    }'
