#!/bin/bash
# Compares, as medians of whole processes that take turns on one archive of CloudTrail events, how fast it is gone through by
#   gzip -dc, as many at a time as there are cores, which unpacks and does nothing else,
#   awsleuth trail failures, in 512 MB of heap,
#   DuckDB's own reader of JSON, doing the same grouping, on as many threads,
#   gzip -dc | jq | sort | uniq -c, which groups the failures, once, since it takes long.
# usage: bench/trail.sh [SIZE [ROUNDS [FOLDER]]]; the archive is generated where FOLDER has none (SIZE as 1GB, 4GB). COLD=1
# drops the files from the page cache before each. Seconds are those that passed, and those of the processors: on a machine
# with other work beside it the latter say more. The last lines set each comparison beside its bar, and say the most memory that
# awsleuth's process took (where GNU time is there; Debian: time). Needs jq (Debian: jq) and DuckDB's driver for Java, which Maven fetches.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
size=${1:-1GB}
rounds=${2:-5}
archive=${3:-${TMPDIR:-/tmp}/awsleuth-bench-trail-$size}
duckdb=1.5.6.0
cores=$(nproc)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
. "$here/.mvn/find-jdk.sh"
find_jdk
[ -n "$jdk" ] || { echo "trail: no JDK 25 or newer found" >&2; exit 3; }
command -v jq >/dev/null || { echo "trail: no jq found; install it (Debian: apt-get install jq) and start again" >&2; exit 3; }

awsleuth=${AWSLEUTH:-$here/awsleuth}
[ -d "$archive" ] || "$awsleuth" trail generate --size "$size" --seed 1 --incident all "$archive"
find "$archive" -name '*.json.gz' >"$work/files"
bytes=$(xargs -P "$cores" -n 64 gzip -dc <"$work/files" | wc -c)
jar=${DUCKDB_JAR:-$HOME/.m2/repository/org/duckdb/duckdb_jdbc/$duckdb/duckdb_jdbc-$duckdb.jar}
[ -f "$jar" ] || mvn -q dependency:get -Dartifact="org.duckdb:duckdb_jdbc:$duckdb" >/dev/null 2>&1 || true
mkdir "$work/classes"
"$jdk/bin/javac" -d "$work/classes" "$here/bench/trail/DuckDb.java"

unpacked() { xargs -P "$cores" -n 64 gzip -dc <"$work/files" >/dev/null; }
failures() { "$awsleuth" trail failures --top 1 "$archive" >"$work/out" || [ $? -eq 1 ]; }
duck() { "$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$jar:$work/classes" DuckDb "$archive/**/*.json.gz" "$cores" >"$work/duck"; }
with_jq() {
  xargs -n 64 gzip -dc <"$work/files" |
    jq -r '.Records[] | select(.errorCode) | [.eventSource, .eventName, .errorCode, (.userIdentity.sessionContext.sessionIssuer.arn // .userIdentity.arn // "")] | @tsv' |
    LC_ALL=C sort | uniq -c | wc -l >"$work/jq"
}

cold() {
  [ -z "${COLD:-}" ] || xargs -I{} dd of={} oflag=nocache conv=notrunc,fdatasync count=0 status=none <"$work/files"
}

# Runs a function and adds its seconds to a file of results.
measure() {
  cold
  TIMEFORMAT='%R %U %S'
  { time "$1" 2>"$work/err"; } 2>>"$work/$1.times" || { cat "$work/err" >&2; exit 1; }
}

failures
for ((i = 0; i < rounds; i++)); do
  measure unpacked
  measure failures
  [ -f "$jar" ] && measure duck
done
measure with_jq

median() { awk -v f="$2" '{ print f == 1 ? $1 : $2 + $3 }' "$work/$1.times" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
echo "$bytes bytes of JSON in $(wc -l <"$work/files") files; $cores cores${COLD:+; cold}; $(tail -n 2 "$work/out" | head -n 1)"
[ -f "$work/duck" ] && echo "DuckDB: $(cat "$work/duck")"
printf '%-24s %8s %8s %9s %9s\n' command seconds cpu MB/s 'MB/s cpu'
row() {
  [ -f "$work/$1.times" ] || return 0
  awk -v n="$2" -v s="$(median "$1" 1)" -v c="$(median "$1" 2)" -v b="$bytes" -v k="$cores" \
    'BEGIN { printf "%-24s %8.2f %8.2f %9.0f %9.0f\n", n, s, c, b / s / 1e6, b / c / 1e6 }'
}
row unpacked 'gzip -dc'
row failures 'awsleuth trail failures'
row duck DuckDB
row with_jq 'gzip -dc | jq'
compare() {
  [ -f "$work/$1.times" ] || return 0
  awk -v n="$2" -v bar="$3" -v s="$(median "$1" 1)" -v c="$(median "$1" 2)" -v a="$(median failures 1)" -v d="$(median failures 2)" \
    'BEGIN { r = s / a; printf "%-14s bar %2d, %5.2f times as fast (by processor time %.2f): %s\n", n, bar, r, c / d, (r >= bar ? "met" : "missed") }'
}
compare unpacked 'gzip -dc' 1
compare duck DuckDB 5
compare with_jq 'gzip -dc | jq' 25
if [ -x /usr/bin/time ]; then
  /usr/bin/time -f '%M' -o "$work/peak" "$awsleuth" trail failures --top 1 "$archive" >/dev/null 2>&1 || true
  awk 'END { printf "most memory of the process: %d MB; its heap has 512 at most\n", $1 / 1024 }' "$work/peak"
fi
