#!/bin/sh
# Compares, as medians of whole processes that take turns, how fast a large log is gone through by
#   LC_ALL=C grep -c 'An error occurred' FILE      and      ./awsleuth FILE   (in 256 MB of heap).
# usage: bench/large-log.sh [FILE [ROUNDS]]; the log is made where there is none. Also prints the memory that
# awsleuth took at most, where GNU time is installed as /usr/bin/time.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
file=${1:-${TMPDIR:-/tmp}/awsleuth-large.log}
rounds=${2:-7}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT INT TERM
[ -f "$file" ] || "$here/bench/make-log.sh" "$file"
JAVA_TOOL_OPTIONS=-Xmx256m
export JAVA_TOOL_OPTIONS

# Runs a command and adds its seconds to a file of results.
measure() {
  to=$1
  shift
  begin=$(date +%s%N)
  "$@" >"$results/out" 2>"$results/err" || [ $? -eq 1 ] || { cat "$results/err" >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000)) >>"$results/$to"
}

median() {
  sort -n "$results/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] / 1e6 }'
}

"$here/awsleuth" "$file" >/dev/null 2>&1 || [ $? -eq 1 ] # builds where needed, and fills the page cache
i=0
while [ "$i" -lt "$rounds" ]; do
  measure grep env LC_ALL=C grep -c 'An error occurred' "$file"
  measure awsleuth "$here/awsleuth" "$file"
  i=$((i + 1))
done

size=$(wc -c <"$file")
awk -v size="$size" -v g="$(median grep)" -v a="$(median awsleuth)" 'BEGIN {
  printf "%-10s %8s %8s\n", "command", "seconds", "GB/s"
  printf "%-10s %8.3f %8.2f\n", "grep", g, size / g / 1e9
  printf "%-10s %8.3f %8.2f\n", "awsleuth", a, size / a / 1e9
  printf "awsleuth reads at %.2f of the speed of grep\n", g / a
}'
if [ -x /usr/bin/time ]; then
  /usr/bin/time -f "awsleuth took at most %M KB of memory" "$here/awsleuth" "$file" 2>&1 >/dev/null | tail -n 1
fi
