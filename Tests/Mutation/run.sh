#!/usr/bin/env bash
# Tests the tests: makes wrong versions of the code that decides, and looks whether a test fails.
#
#   Tests/Mutation/run.sh [--folder FOLDER] [--only TEXT] [--build | --no-build] [--survivors]
#
# The wrong versions, called mutants, are listed in Tests/Mutation/mutants. All of them are built
# once, into a copy of the package in FOLDER (a temporary one by default, removed afterwards). With
# --survivors a second run in that FOLDER tries only those that no test has killed before. The table
# is Markdown on standard output; progress goes to standard error. The exit status is 1 when fewer
# than 95 % are killed, or one survives for no stated reason. Needs python3.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

fail() {
  echo "error: $*" >&2
  exit 1
}

command -v swift >/dev/null || fail "the Swift toolchain is missing: swift is not on PATH"
command -v python3 >/dev/null || fail "python3 is missing"
exec python3 "$here/mutation" "$@"
