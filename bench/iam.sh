#!/bin/sh
# Compares how many decisions a second are made, on one core, by
#   the policy engine (JMH)      and      @cloud-copilot/iam-simulate on node,
# which take turns on each input, both with the policies prepared before and every decision checked.
# p99 is what 99 of 100 single decisions take at most, in µs, with explanations off.
# usage: bench/iam.sh [INPUTS [ROUNDS]]; inputs are made where no folder is given. Needs node, and npm, which
# installs the other engine (AGPL-3.0) into a temporary folder. CORE=n picks the core. At the end a million
# requests, all different, are decided in 64 MB of heap.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
rounds=${2:-5}
peer=0.1.173
work=${TMPDIR:-/tmp}/awsleuth-bench-iam
. "$here/.mvn/find-jdk.sh"
find_jdk
[ -n "$jdk" ] || { echo "iam: no JDK 25 or newer found" >&2; exit 3; }

(cd "$here" && ./mvnw -q -B -ntp -f bench/pom.xml -DskipTests -Dspotless.check.skip package)
cp=$here/bench/iam/target/classes:$here/bench/iam/target/jars/*
inputs=${1:-$work/inputs}
[ -n "${1:-}" ] || "$jdk/bin/java" -cp "$cp" awsleuth.bench.Generate "$inputs"
[ -d "$work/npm/node_modules" ] || npm install --silent --prefix "$work/npm" "@cloud-copilot/iam-simulate@$peer"

one=
command -v taskset >/dev/null 2>&1 && one="taskset -c ${CORE:-1}"
java="$one $jdk/bin/java -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow"
$java -cp "$cp" awsleuth.bench.Race "$inputs" "$rounds" \
  node "$here/bench/iam/peer.mjs" "$work/npm/node_modules"
$java -Xmx64m -cp "$cp" awsleuth.bench.Million "$inputs" c_100_statements
