#!/bin/sh
# Compares, as medians of whole processes that take turns, commands of awsleuth and what one would type instead.
# usage: bench/startup.sh [FILE [ROUNDS]]; FILE holds one traceback.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
file=${1:-$here/examples/list-objects-denied.txt}
rounds=${2:-21}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT INT TERM

# Runs a command and adds its microseconds to a file of results; awsleuth ends with 1 where it has something to say.
measure() {
  to=$1
  shift
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1 </dev/null || [ $? -eq 1 ] || [ $? -eq 255 ] || { echo "failed: $*" >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000)) >>"$results/$to"
}

median() {
  sort -n "$results/$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] / 1e3 }'
}

report() {
  awk -v theirs="$(median "$1")" -v own="$(median "$2")" -v a="$3" -v b="$4" -v bar="$5" 'BEGIN {
    printf "%-44s %8.1f ms\n%-44s %8.1f ms   %.2f (bar %s)\n", a, theirs, b, own, own / theirs, bar
  }'
}

client() {
  python3 -c "import boto3; boto3.client('s3', region_name='us-east-1')"
}

export AWS_EC2_METADATA_DISABLED=true
call="s3.put_object_tagging(Bucket='b', Key='k', Tagging={'TagSet': 'x'})"
"$here/awsleuth" "$file" >/dev/null 2>&1 || :
aws --version >/dev/null 2>&1
i=0
while [ "$i" -lt "$rounds" ]; do
  measure version aws --version
  measure diagnose "$here/awsleuth" "$file"
  measure client client
  measure endpoint "$here/awsleuth" endpoint s3 --region us-east-1
  measure params "$here/awsleuth" params "$call"
  measure list aws configure list
  measure credentials "$here/awsleuth" credentials
  i=$((i + 1))
done
report version diagnose "aws --version" "awsleuth one-traceback.txt" 0.35
report client endpoint "python3: boto3.client('s3')" "awsleuth endpoint s3 --region us-east-1" 0.5
report client params "python3: boto3.client('s3')" "awsleuth params \"s3.put_object_tagging(…)\"" 0.5
report list credentials "aws configure list" "awsleuth credentials" 0.4
