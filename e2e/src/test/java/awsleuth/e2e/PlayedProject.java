package awsleuth.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with the launcher and nothing else that is real: the sources are one line each, a small
 * shell program is Maven, and JDKs are folders that say what they were started with.
 *
 * @param folder where it lies; JDKs are in {@code jvm}, and all of the PATH is {@code bin}
 */
record PlayedProject(Path folder) {

  private static final List<String> MODULES =
      List.of("aws", "iam", "boto", "core", "collect", "lint", "trail", "app");

  /** What the launcher starts of the system. */
  private static final List<String> TOOLS =
      List.of(
          ("sh cat chmod cksum cp dirname find mkdir mv readlink rm sleep stty tail").split(" "));

  /** A build that is counted, and whose jar holds the sources. */
  private static final String MAVEN =
      """
      #!/bin/sh
      cd "${0%/*}/.." || exit 1
      echo built >>builds
      mkdir -p app/target/start/jars
      cat */src/main/*.java >app/target/start/jars/app.jar
      for jar in tree-sitter zstd-jni fastcsv; do echo "$jar" >app/target/start/jars/$jar-1.jar; done
      """;

  /** Makes the cache that is asked for, of what its jars are; else says with which one it runs. */
  private static final String JAVA =
      """
      #!/bin/sh
      for arg in "$@"; do
        case $arg in
          -XX:AOTCacheOutput=*) made=${arg#*=} ;;
          -XX:AOTCache=*) used=${arg#*=} ;;
          *.jar) jars=$(cat ${arg%%:*} "${arg%%/0.jar*}"/app.jar) ;;
        esac
      done
      if [ -n "$made" ]; then echo "$jars" >"$made"; exit; fi
      [ "$jars" = "$(cat "$used")" ] && fits=fits || fits="does not fit"
      echo "$0 runs $jars; its cache $fits"
      """;

  private static final String JAR =
      """
      #!/bin/sh
      while [ $# -gt 1 ]; do [ "$1" = --file ] && echo resources >"$2"; shift; done
      """;

  /** A project with sources, Maven and no JDK. */
  static PlayedProject in(Path folder) throws IOException {
    PlayedProject played = new PlayedProject(folder);
    Path project = Path.of("..");
    played.program("awsleuth", Files.readString(project.resolve("awsleuth")));
    played.program("mvnw", Files.readString(project.resolve("mvnw")));
    Files.createDirectory(folder.resolve(".mvn"));
    // The places of a real machine, but for those of the folder.
    Files.writeString(
        folder.resolve(".mvn/find-jdk.sh"),
        Files.readString(project.resolve(".mvn/find-jdk.sh"))
            .replace("/usr/lib/jvm/", folder + "/jvm/")
            .replaceAll("(?<=[ \n])/(opt|usr|Library)/", folder + "/none/"));
    for (String module : MODULES) {
      played.source(module, "one");
      Files.writeString(folder.resolve(module + "/pom.xml"), "<project/>");
      Path classes =
          Files.createDirectories(folder.resolve(module + "/target/start/classes/awsleuth"));
      Files.writeString(classes.resolve(module + ".txt"), "resource");
    }
    Files.writeString(folder.resolve("pom.xml"), "<project/>");
    Files.createDirectory(folder.resolve("examples"));
    played.program("bin/mvn", MAVEN);
    for (String tool : TOOLS) {
      played.tool(tool);
    }
    // On a real machine the java of the PATH is one that is found last.
    played.program("bin/java", "#!/bin/sh\nexit 1\n");
    return played;
  }

  /** Writes a program into the folder. */
  void program(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new AssertionError("cannot be made executable: " + file);
    }
  }

  private void tool(String name) throws IOException {
    for (String place : System.getenv("PATH").split(File.pathSeparator)) {
      Path file = Path.of(place, name);
      if (Files.isExecutable(file)) {
        program("bin/" + name, "#!/bin/sh\nexec \"" + file + "\" \"$@\"\n");
        return;
      }
    }
    throw new AssertionError("the launcher needs `" + name + "`, which is not on the PATH");
  }

  /** Writes a module's source, as one that is edited now. */
  void source(String module, String text) throws IOException {
    Path source = Files.createDirectories(folder.resolve(module + "/src/main")).resolve("A.java");
    Files.writeString(source, module + " " + text + "\n");
  }

  /**
   * Lets a file be edited a minute after all else; a test must not wait for clocks of file systems.
   */
  void edited(String file) throws IOException {
    Files.setLastModifiedTime(folder.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
  }

  /** Makes a JDK in {@code jvm} and gives its home. */
  Path jdk(String name, String version) throws IOException {
    Path home = Path.of("jvm", name);
    program(home.resolve("bin/java").toString(), JAVA);
    program(home.resolve("bin/jar").toString(), JAR);
    program(home.resolve("bin/javac").toString(), "#!/bin/sh\n");
    Files.writeString(
        folder.resolve(home).resolve("release"),
        "IMPLEMENTOR=\"Made up\"\nJAVA_VERSION=\"" + version + "\"\n");
    return folder.resolve(home);
  }

  /** How often it was built. */
  long builds() throws IOException {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** Starts the launcher with the PATH of the folder alone. */
  Run launch(Map<String, String> environment, String... through) throws IOException {
    List<String> command = new ArrayList<>(List.of(through));
    command.addAll(
        List.of(
            folder.resolve("bin/sh").toString(), folder.resolve("awsleuth").toString(), "app.log"));
    Map<String, String> all = new TreeMap<>(environment);
    all.put("PATH", folder.resolve("bin").toString());
    all.put("HOME", folder.toString());
    all.putIfAbsent("JAVA_HOME", "");
    return Run.of(command, "", all);
  }
}
