#!/usr/bin/env bash
# What would be on the disk if the power had gone in the middle of a class's saves? Records the writes and syncs of a server under
# strace (apt-get install strace), then rebuilds the database as a disk would hold it at 300 moments in three ways, and looks for
# every acknowledged text in each of the 900 images. About five minutes; run by hand.
# usage: bash tests/powercut.sh [SECONDS] [CUTS]     POWERCUT=path of powercut.py, if it is not beside the project
set -eu
cd "$(dirname "$0")/.."
replay=${POWERCUT:-../shared/security/powercut.py}
[ -f "$replay" ] || { echo "powercut.py is not at $replay; set POWERCUT"; exit 2; }
command -v strace >/dev/null || { echo "strace is missing: apt-get install strace"; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run -c Release --project tests/InterviewPrep.Benchmarks -- saves "$work/strace.log" "$work/acks.txt" "${1:-20}"
python3 "$replay" "$work/strace.log" --db "$work/data/interviewprep.db" --acks "$work/acks.txt" --cuts "${2:-300}" \
  --query "select json_extract(Text, '\$.attitude') from DraftVersions"
