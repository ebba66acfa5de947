#!/bin/bash
# The command on one machine beside Spark on one machine, on one core and on two: trail-spark.sh ARCHIVE [ROUNDS].
# On one core each of them is kept to it by taskset. Prints the load, the seconds that passed and those of the processors; whether all answers are the same comes last.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
archive=${1:?an archive, as \`awsleuth trail generate\` makes one}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
. "$here/.mvn/find-jdk.sh"
find_jdk
export TIMEFORMAT='%R s passed, %U user, %S system'

one() {
  name=$1
  shift
  read -r load _ </proc/loadavg
  { time "$@" >"$out/$name" 2>/dev/null || true; } 2>"$out/time"
  echo "$name: load $load, $(cat "$out/time")"
}

command="$jdk/bin/java -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED -cp $here/app/target/jars/* awsleuth.app.Main trail"
set -f
MASTER='local[1]' "$here/trail-spark/run-local" failures "$archive" >/dev/null 2>&1 || true
for _ in $(seq "${2:-2}"); do
  one command-1 taskset -c 0 $command failures --format json "$archive"
  one command-2 $command failures --format json "$archive"
  MASTER='local[1]' one spark-1 taskset -c 0 "$here/trail-spark/run-local" failures --format json "$archive"
  MASTER='local[2]' one spark-2 "$here/trail-spark/run-local" failures --format json "$archive"
done
for name in command-1 spark-1 spark-2; do
  cmp "$out/command-2" "$out/$name"
done
echo "all answers are the same"
