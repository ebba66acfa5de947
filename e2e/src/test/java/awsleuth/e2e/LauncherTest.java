package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher needs, when it builds and what it starts; JDKs and the build are played. */
class LauncherTest {

  private static final String TERMINAL =
      "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))";

  private static final String FAILING =
      """
      #!/bin/sh
      case "$*" in *-q*) ;; *)
        echo '[INFO] Building iam 0.1.0-SNAPSHOT         [1/2]'
        echo '[INFO] Building jar: /iam.jar'
        echo '[INFO] Building core 0.1.0-SNAPSHOT        [2/2]' ;;
      esac
      echo '[ERROR] does not compile'
      exit 1
      """;

  @TempDir Path folder;
  private PlayedProject project;

  @BeforeEach
  void aProjectThatWasNotBuilt() throws IOException {
    project = PlayedProject.in(folder);
  }

  private Run launch() throws IOException {
    return project.launch(Map.of());
  }

  private static void isOneLine(Run run, String... parts) {
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("awsleuth: ");
    assertThat(run.err()).contains(parts);
  }

  private static void runs(Run run, Path jdk, String sources) {
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out().strip().replace('\n', ' '))
        .startsWith(jdk.resolve("bin/java") + " runs ")
        .contains(sources)
        .endsWith("; its cache fits");
  }

  @Test
  void aTerminalIsToldWhichRoomIsBeingBuilt() throws IOException {
    project.jdk("temurin-25", "25.0.3");
    project.program("bin/mvn", FAILING);
    Run run = project.launch(Map.of(), Python.get().executable(), "-c", TERMINAL);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains("awsleuth: building iam [1/2]", "awsleuth: building core [2/2]")
        .contains("does not compile", "the build failed; the whole log is ");
    assertThat(folder.resolve("target/run/build.log")).content().contains("Building jar");
  }

  @Test
  void aProgramRunsInAFolderThatIsGone() throws IOException {
    String script =
        "PATH=/usr/bin:/bin; d=$(mktemp -d); cd \"$d\"; rmdir \"$d\"; exec \"$0\" \"$1\" run --all"
            + " -- /bin/sh -c 'echo hi; exit 5'";
    Run run = project.launch(Map.of(), "/bin/sh", "-c", script);
    assertThat(run.exitCode()).as(run.toString()).isEqualTo(5);
    assertThat(run.out()).isEqualTo("hi\n");
    assertThat(run.err())
        .contains("awsleuth: cannot watch this program: the working directory is gone");
  }

  @Test
  void javaIsToldWhatIsClosedForAProgramAndOpensNothingInItsPlace() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    runs(launch(), jdk, "core one");
    project.program(
        "jvm/temurin-25/bin/java",
        """
        #!/bin/sh
        for i in 0 1 2; do { true 3<&$i; } || closed="$closed $i is closed"; done
        echo "$@$closed" >%s/said
        """
            .formatted(folder));
    String script = "exec \"$0\" \"$1\" run -- true ";
    project.launch(Map.of(), "/bin/sh", "-c", script);
    assertThat(folder.resolve("said")).content().doesNotContain("closed");
    project.launch(Map.of(), "/bin/sh", "-c", script + "<&- >&- 2>&-");
    assertThat(folder.resolve("said"))
        .content()
        .contains("-Dawsleuth.stdin=closed", "-Dawsleuth.stdout=closed", "-Dawsleuth.stderr=closed")
        .doesNotContain("is closed");
  }

  @Test
  void aPipeIsToldNothingMore() throws IOException {
    project.jdk("temurin-25", "25.0.3");
    project.program("bin/mvn", FAILING);
    Run run = launch();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("awsleuth: building (once");
  }

  @Test
  void withoutAnyJdkOneLineSaysWhatIsMissing() throws IOException {
    isOneLine(launch(), "no JDK 25 or newer found; install one", "JAVA_HOME");
  }

  @Test
  void olderJdksAndOneWithoutACompilerAreNoJdk25() throws IOException {
    Path old = project.jdk("openjdk-17", "17.0.12");
    project.jdk("oracle-8", "1.8.0_292");
    Files.delete(project.jdk("jre-25", "25.0.3").resolve("bin/javac"));
    isOneLine(project.launch(Map.of("JAVA_HOME", old.toString())), "no JDK 25 or newer found");
    isOneLine(project.launch(Map.of("JAVA_HOME", folder + "/gone")), "no JDK 25 or newer found");
    assertThat(project.builds()).isZero();
  }

  @Test
  void withoutMavenOneLineSaysWhatIsMissing() throws IOException {
    project.jdk("temurin-25", "25.0.3");
    Files.delete(folder.resolve("bin/mvn"));
    isOneLine(launch(), "no Maven found to build it with; install one");
  }

  @Test
  void anOlderJavaHomeIsPassedOverForAJdk25Elsewhere() throws IOException {
    Path old = project.jdk("a-openjdk-17", "17.0.12");
    Path jdk = project.jdk("temurin-25", "25.0.3");
    Map<String, String> environment = Map.of("JAVA_HOME", old.toString());
    runs(project.launch(environment), jdk, "core one");
    runs(project.launch(environment), jdk, "core one");
    assertThat(project.builds()).isOne();
  }

  @Test
  void theJavaHomeGoesBeforeOthersWhereItIsNewEnough() throws IOException {
    Path first = project.jdk("a-jdk-25", "25.0.3");
    Path newer = project.jdk("jdk-26", "26-ea");
    runs(project.launch(Map.of("JAVA_HOME", newer.toString())), newer, "core one");
    runs(project.launch(Map.of("JAVA_HOME", first.toString())), first, "core one");
    assertThat(project.builds()).isOne();
  }

  @Test
  void whatIsBuiltStartsWithoutAWord() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    Run first = launch();
    runs(first, jdk, "core one");
    assertThat(first.err().lines()).singleElement().asString().contains("building (once");
    Files.delete(folder.resolve("bin/mvn"));
    Run second = launch();
    runs(second, jdk, "core one");
    assertThat(second.err()).isEmpty();
  }

  @Test
  void newerSourcesAreBuiltAndItIsSaid() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    runs(launch(), jdk, "core one");
    project.source("core", "two");
    project.edited("core/src/main/A.java");
    Run run = launch();
    runs(run, jdk, "core two");
    assertThat(run.err().lines())
        .singleElement()
        .isEqualTo("awsleuth: building anew, sources have changed …");
    assertThat(project.builds()).isEqualTo(2);
  }

  @Test
  void aSourceThatWasTakenAwayAndAChangedPomAreBuiltToo() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    project.source("iam", "one");
    Path more = Files.createDirectories(folder.resolve("iam/src/main/java"));
    Files.writeString(more.resolve("B.java"), "gone soon");
    runs(launch(), jdk, "iam one");
    Files.delete(more.resolve("B.java"));
    project.edited("iam/src/main/java");
    runs(launch(), jdk, "iam one");
    assertThat(project.builds()).isEqualTo(2);
  }

  @Test
  void aFailedBuildOfNewerSourcesDoesNotStartTheOlderOnes() throws IOException {
    project.jdk("temurin-25", "25.0.3");
    assertThat(launch().exitCode()).isZero();
    project.edited("core/src/main/A.java");
    project.program("bin/mvn", FAILING);
    Run run = launch();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("does not compile", "the build failed");
  }

  @Test
  void aCacheOfOtherClassesIsNotUsed() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    runs(launch(), jdk, "core one");
    List<Path> before = caches();
    project.source("core", "two");
    project.edited("core/src/main/A.java");
    runs(launch(), jdk, "core two");
    assertThat(caches()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
  }

  @Test
  void aCacheOfAnotherJdkAtTheSamePlaceIsNotUsed() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    runs(launch(), jdk, "core one");
    List<Path> before = caches();
    project.jdk("temurin-25", "25.0.4");
    Run run = launch();
    runs(run, jdk, "core one");
    assertThat(run.err()).isEqualTo("awsleuth: preparing its start for the JDK in " + jdk + " …\n");
    assertThat(caches()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    assertThat(project.builds()).isOne();
  }

  @Test
  void aFolderThatWasNotFinishedIsMadeAnew() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    runs(launch(), jdk, "core one");
    Path run = folder.resolve("target/run");
    Path installed = run.resolve(Files.readString(run.resolve("current")).strip());
    Files.delete(installed.resolve("ready"));
    Files.writeString(installed.resolve("all.aot"), "half of a cache");
    Files.writeString(installed.resolve("text.aot"), "half of a cache");
    runs(launch(), jdk, "core one");
    Run.delete(installed);
    runs(launch(), jdk, "core one");
  }

  @Test
  void whatWasCleanedAwayIsBuiltAgain() throws IOException {
    Path jdk = project.jdk("temurin-25", "25.0.3");
    runs(launch(), jdk, "core one");
    Run.delete(folder.resolve("app/target/start/jars"));
    runs(launch(), jdk, "core one");
    assertThat(project.builds()).isOne();
    Path other = project.jdk("jdk-26", "26");
    runs(project.launch(Map.of("JAVA_HOME", other.toString())), other, "core one");
    assertThat(project.builds()).isEqualTo(2);
  }

  private List<Path> caches() throws IOException {
    try (var files = Files.walk(folder.resolve("target/run"))) {
      return files.filter(f -> f.toString().endsWith(".aot")).sorted().toList();
    }
  }
}
