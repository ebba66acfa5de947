# Sourced by ./awsleuth and ./mvnw: sets jdk to the home of a JDK 25 or newer and jdk_version to its version, or jdk to nothing.
# Reads the `release` file of each candidate with the shell's own means: no process is started.

jdk=

# Takes $1 as the JDK where its release file tells version 25 or newer and it has a compiler.
take_jdk() {
  [ -r "$1/release" ] && [ -x "$1/bin/javac" ] || return 1
  while IFS== read -r key value; do
    if [ "$key" = JAVA_VERSION ]; then
      value=${value#\"}
      jdk_version=${value%\"*}
      value=${value%%[!0-9]*}
      [ "${value:-0}" -ge 25 ] && jdk=$1
      break
    fi
  done <"$1/release"
  [ -n "$jdk" ]
}

find_jdk() {
  [ -n "${JAVA_HOME:-}" ] && take_jdk "$JAVA_HOME" && return
  for home in /usr/lib/jvm/* /opt/java/* /opt/*jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
      "${HOME:-/nonexistent}"/.jdks/* /usr/local/openjdk* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    take_jdk "$home" && return
  done
  java=$(command -v java 2>/dev/null) || return
  java=$(readlink -f "$java" 2>/dev/null || printf %s "$java")
  take_jdk "${java%/bin/java}" || :
}
