#!/usr/bin/env bash
# Sends every text of the lists of bad inputs (../shared/security/corpora, or where BAD_INPUTS says) through every text field,
# query parameter and import of the site, in shares on two processors, and prints the sums. By hand: it takes an hour or more.
#   tests/bad-inputs.sh [SHARES] [FIRST] [LAST]     shares FIRST to LAST of SHARES (100 1 100)
set -u
cd "$(dirname "$0")/.."
shares=${1:-100} first=${2:-1} last=${3:-${1:-100}}
export BAD_INPUTS_ALL=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
out=${OUT:-$(mktemp -d)}
# Nothing that is written needs to last: a disk in memory spares the waiting.
[ -w /dev/shm ] && export TMPDIR=/dev/shm
dotnet build tests/InterviewPrep.Tests -c Release -v q --nologo || exit 1

share() {
  local log=$out/share-$1.log
  BAD_INPUTS_PART=$1/$shares dotnet test tests/InterviewPrep.Tests -c Release --no-build --nologo --filter "FullyQualifiedName~BadInputTests&FullyQualifiedName!~A_file_that" --logger "console;verbosity=detailed" >"$log" 2>&1
  echo "share $1: $(grep -aE '^ *(Passed|Failed) I' "$log" | grep -oE '^ *(Passed|Failed)' | sort | uniq -c | tr -s ' \n' ' '); $(grep -aoE '[0-9]+ sent, [0-9]+ kept as typed; [0-9]+ findings' "$log" | tail -1)"
}
export -f share; export out shares
seq "$first" "$last" | xargs -P 2 -I{} bash -c 'share {}'

sum() { cat "$out"/share-*.log | grep -aoE "[0-9]+ $1" | grep -oE '^[0-9]+' | paste -sd+ | sed 's/^$/0/' | { read -r terms; echo $((terms)); }; }
echo "$(sum sent) texts sent, $(sum 'kept as typed') kept as typed; by autosave $(sum 'saved and shown'), in rosters $(sum 'shown,'); $(sum findings) findings; logs: $out"
grep -la "Failed InterviewPrep" "$out"/share-*.log
