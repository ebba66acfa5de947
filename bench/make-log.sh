#!/bin/sh
# Writes FILE, a log of about BYTES (1 GB unless told) with one failed call in a thousand lines; always the same.
# Needs the compiled tests of core: they are compiled where they are missing.
set -eu

file=${1:?usage: bench/make-log.sh FILE [BYTES]}
bytes=${2:-1000000000}
here=$(cd "$(dirname "$0")/.." && pwd)
. "$here/.mvn/find-jdk.sh"
find_jdk
[ -n "$jdk" ] || { echo "make-log: no JDK 25 or newer found" >&2; exit 3; }

classes=$here/core/target/test-classes
if [ ! -f "$classes/awsleuth/core/scan/LargeLog.class" ]; then
  (cd "$here" && ./mvnw -q -B -pl core -am -DskipTests test-compile)
fi
"$jdk/bin/java" -cp "$classes:$here/core/target/classes" awsleuth.core.scan.LargeLog "$file" "$bytes"
