#!/usr/bin/env bash
# The work of action.yml: builds slo-cli unless SLO_CLI names one, judges SLO_METRICS, and tells
# GitHub the outputs. The inputs are variables of the environment; see action.yml.
set -euo pipefail

slo="${SLO_CLI:-}"
if [[ -z "$slo" ]]; then
  here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
  if ! command -v swift >/dev/null; then
    echo "::error title=slo-cli::Swift is not installed: use the container swift:6.3, or give slo-cli"
    exit 64
  fi
  echo "::group::Building slo-cli"
  swift build --package-path "$here" -c release --product slo-cli
  echo "::endgroup::"
  slo="$(swift build --package-path "$here" -c release --show-bin-path)/slo-cli"
fi

reports="${SLO_REPORTS:-slo-reports}"
mkdir -p -- "$reports"
# What an earlier step left there is not the result of this one.
rm -f -- "$reports"/{report.html,report.md,report.json,report.sarif,junit.xml}

words=(
  "--fail-on=${SLO_FAIL_ON:-hold}"
  --output github:-
  --output "html:$reports/report.html"
  --output "markdown:$reports/report.md"
  --output "json:$reports/report.json"
  --output "junit:$reports/junit.xml"
  --output "sarif:$reports/report.sarif"
)
[[ -z "${SLO_RULES:-}" ]] || words+=("--rules=$SLO_RULES")
[[ -z "${SLO_PRESET:-}" ]] || words+=("--preset=$SLO_PRESET")
[[ -z "${SLO_CHECKLIST:-}" ]] || words+=("--checklist=$SLO_CHECKLIST")
while IFS= read -r word; do
  [[ -z "$word" ]] || words+=("$word")
done <<<"${SLO_ARGUMENTS:-}"

status=0
"$slo" check "${words[@]}" -- "$SLO_METRICS" || status=$?

decision=""
if [[ -f "$reports/report.json" ]]; then
  decision="$(sed -n 's/^  "decision": "\([a-z]*\)",$/\1/p' <"$reports/report.json")"
fi
# A name with a line break cannot become an output of its own.
folder="${reports//[$'\r\n']/ }"
{
  echo "decision=$decision"
  echo "exit-status=$status"
  echo "reports=$folder"
  echo "html=$folder/report.html"
  echo "junit=$folder/junit.xml"
  echo "sarif=$folder/report.sarif"
} >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$status"
