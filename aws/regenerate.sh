#!/bin/sh
# Writes the pack anew from the botocore of the python on the PATH. Usage: aws/regenerate.sh
# The same botocore gives the same bytes.
set -eu
cd "$(dirname "$0")/.."
botocore=$(python3 -c 'import botocore; print(botocore.__path__[0])')
version=$(python3 -c 'import botocore; print(botocore.__version__)')
./mvnw -q -B -pl aws test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
"$java" -cp "aws/target/classes:aws/target/test-classes:$(cat aws/target/classpath)" \
  awsleuth.aws.RegeneratePack "$botocore" "$version" aws/src/main/resources/awsleuth/aws/pack
