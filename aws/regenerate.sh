#!/bin/sh
# Writes the pack anew from the botocore of the python on the PATH. Usage: aws/regenerate.sh
# The same botocore gives the same bytes.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
botocore=$(python3 -c 'import botocore; print(botocore.__path__[0])')
version=$(python3 -c 'import botocore; print(botocore.__version__)')
./mvnw -q -B -pl aws test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
. "$here/.mvn/find-jdk.sh"
find_jdk
"$jdk/bin/java" -cp "aws/target/classes:aws/target/test-classes:$(cat aws/target/classpath)" \
  awsleuth.aws.RegeneratePack "$botocore" "$version" aws/src/main/resources/awsleuth/aws/pack
