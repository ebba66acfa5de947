#!/bin/sh
# Compares how long the validation of a call's parameters takes, on one core, in awsleuth (JMH) and in the botocore of
# the python3 on the PATH (timeit). usage: bench/params.sh [CALLS]; CORE=n picks the core.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
calls=${1:-$here/bench/boto/calls.jsonl}
. "$here/.mvn/find-jdk.sh"
find_jdk
[ -n "$jdk" ] || { echo "params: no JDK 25 or newer found" >&2; exit 3; }

(cd "$here" && ./mvnw -q -B -ntp -f bench/pom.xml -DskipTests -Dspotless.check.skip package)
one=
command -v taskset >/dev/null 2>&1 && one="taskset -c ${CORE:-1}"
$one "$jdk/bin/java" -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow \
  -cp "$here/bench/boto/target/classes:$here/bench/boto/target/jars/*" \
  awsleuth.bench.Race "$calls" python3 "$here/bench/boto/peer.py" "$calls"
