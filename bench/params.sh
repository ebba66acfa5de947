#!/bin/sh
# Compares how long the validation of a call's parameters takes, in one thread, in awsleuth (JMH) and in the botocore of
# the python3 on the PATH (timeit). usage: bench/params.sh [CALLS]
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
calls=${1:-$here/bench/boto/calls.jsonl}
. "$here/.mvn/find-jdk.sh"
find_jdk
[ -n "$jdk" ] || { echo "params: no JDK 25 or newer found" >&2; exit 3; }

(cd "$here" && ./mvnw -q -B -ntp -f bench/pom.xml -DskipTests -Dspotless.check.skip package)
"$jdk/bin/java" -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow \
  -cp "$here/bench/boto/target/classes:$here/bench/boto/target/jars/*" \
  awsleuth.bench.Race "$calls" python3 "$here/bench/boto/peer.py" "$calls"
