#!/bin/sh
# Compares, as medians of whole processes that take turns, `./awsleuth one-traceback.txt` and `aws --version`.
# usage: bench/startup.sh [FILE [ROUNDS]]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
file=${1:-$here/examples/list-objects-denied.txt}
rounds=${2:-21}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT INT TERM

# Runs a command and adds its microseconds to a file of results; awsleuth ends with 1 where it diagnosed.
measure() {
  to=$1
  shift
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1 || [ $? -eq 1 ] || exit 1
  end=$(date +%s%N)
  echo $(((end - begin) / 1000)) >>"$results/$to"
}

median() {
  sort -n "$results/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] / 1e3 }'
}

"$here/awsleuth" "$file" >/dev/null 2>&1 || :
aws --version >/dev/null 2>&1
i=0
while [ "$i" -lt "$rounds" ]; do
  measure aws aws --version
  measure awsleuth "$here/awsleuth" "$file"
  i=$((i + 1))
done
awk -v aws="$(median aws)" -v own="$(median awsleuth)" 'BEGIN {
  printf "%-28s %8.1f ms\n%-28s %8.1f ms\n", "aws --version", aws, "awsleuth one-traceback.txt", own
  printf "awsleuth takes %.2f of aws --version\n", own / aws
}'
