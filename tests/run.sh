#!/usr/bin/env bash
# Sets up what the tests need, only where it is missing (Debian or Ubuntu), and runs all tests on both
# databases.
# The last line is "N passed, N failed, N skipped".
set -u
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
pg=""
stop() { [ -n "$pg" ] && su postgres -c "$pg/pg_ctl -D $work/pg -m immediate stop" >/dev/null 2>&1; rm -rf "$work"; }
trap stop EXIT

need=()
command -v chromium >/dev/null || need+=(chromium)
fc-list 2>/dev/null | grep -qi "noto serif cjk" || need+=(fontconfig fonts-noto-cjk)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need+=(postgresql)
command -v pdftotext >/dev/null || need+=(poppler-utils)
command -v zbarimg >/dev/null || need+=(zbar-tools)
[ -e /usr/lib/libreoffice/program/libswlo.so ] || need+=(libreoffice-writer)
[ -e /usr/lib/libreoffice/program/libsclo.so ] || need+=(libreoffice-calc)
if [ ${#need[@]} -gt 0 ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "installing: ${need[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" >"$work/apt.log" 2>&1 || tail -5 "$work/apt.log"
fi

# A PostgreSQL server of the tests' own: nothing of the machine is touched.
pg=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1)" 2>/dev/null)
if [ -x "$pg/initdb" ]; then
  chmod 755 "$work"; install -d -o postgres "$work/pg" "$work/socket"
  port=$((20000 + RANDOM % 20000))
  su postgres -c "$pg/initdb -D $work/pg -U postgres -A trust -E UTF8 --locale=C.UTF-8" >/dev/null &&
    su postgres -c "$pg/pg_ctl -w -D $work/pg -o '-p $port -k $work/socket -c listen_addresses=127.0.0.1 -c max_connections=400' -l $work/pg/server.log start" >/dev/null &&
    server="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
fi

failed=0
dotnet build InterviewPrep.sln -v q --nologo || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }
# Learning the weights anew takes a minute and touches no database: once is enough. The logger is named, or a failure would be printed without its message.
run() { dotnet test "$@" --no-build --nologo -v q --logger "console;verbosity=minimal" 2>&1 | tee -a "$work/tests.log"; [ "${PIPESTATUS[0]}" = 0 ] || failed=1; }
echo "== SQLite"; run tests/InterviewPrep.Tests; run tests/InterviewPrep.BrowserTests
if [ -n "${server:-}" ]; then echo "== PostgreSQL"; export TEST_POSTGRES=$server; run tests/InterviewPrep.Tests --filter "FullyQualifiedName!~WeightsTests"; run tests/InterviewPrep.BrowserTests; else echo "PostgreSQL is not here: its run is left out"; failed=1; fi

sum() { grep -aoE "$1: +[0-9]+" "$work/tests.log" | grep -oE '[0-9]+' | paste -sd+ | bc_or_zero; }
bc_or_zero() { read -r terms || terms=0; echo $((${terms:-0})); }
f=$(sum Failed); [ "$failed" = 1 ] && [ "$f" = 0 ] && f=1
echo "$(sum Passed) passed, $f failed, $(sum Skipped) skipped"
[ "$f" = 0 ]
