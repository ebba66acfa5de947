package awsleuth.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Boto;
import awsleuth.lint.habit.HabitPage;
import awsleuth.testkit.Mutations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinterTest {

  private static final Linter LINTER =
      Linter.of(Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 1)));

  private static final String SILENT =
      """
      import boto3
      s3 = boto3.client("s3")
      try:
          s3.put_object(Bucket="b", Key="k")
      except Exception:%s
          pass
      """;

  private static List<String> ids(String text) {
    return LINTER.lint("", text).findings().stream().map(Finding::id).toList();
  }

  @Test
  void aCommentSuppressesWhatItNames() {
    assertThat(ids(SILENT.formatted(""))).containsExactly("lint/silent-except");
    assertThat(ids(SILENT.formatted("  # awsleuth: ignore[lint/silent-except]"))).isEmpty();
    assertThat(ids(SILENT.formatted("  # awsleuth: ignore[bare-except, silent-except]"))).isEmpty();
    assertThat(ids(SILENT.formatted("  # awsleuth: ignore"))).isEmpty();
    assertThat(ids(SILENT.formatted("  # awsleuth: ignore[bare-except]")))
        .containsExactly("lint/silent-except");
    assertThat(LINTER.lint("", SILENT.formatted("  # awsleuth: ignore")).suppressed()).isEqualTo(1);
  }

  @Test
  void whatABucketIsCalledIsToldInWordsInPlaceOfPatterns() {
    String text =
        """
        import boto3
        boto3.client("s3").get_object(Bucket="Bad!", Key="k")
        """;
    assertThat(LINTER.lint("", text).findings().getFirst().text())
        .startsWith("botocore refuses `get_object`: Invalid bucket name \"Bad!\": it is neither")
        .doesNotContain("regex");
  }

  @Test
  void aNameTakenFromTheFunctionAroundIsNotTheModules() {
    String text =
        SILENT.formatted("")
            + """
            def outer():
                def inner():
                    nonlocal s3
                    s3 = "another"
                s3 = None
                inner()
            """;
    assertThat(ids(text)).containsExactly("lint/silent-except");
    assertThat(ids(text.replace("nonlocal", "global"))).isEmpty();
  }

  @Test
  void whatIsNoPythonIsToldWithItsPlace() {
    Linted linted = LINTER.lint("", "import boto3\n\ndef f(:\n    pass\n");
    assertThat(linted.findings()).isEmpty();
    assertThat(linted.fault()).isPresent();
    assertThat(linted.fault().orElseThrow().line()).isEqualTo(3);
    assertThat(LINTER.lint("", "x = \u201cboto3\u201d\n").fault()).isPresent();
    assertThat(LINTER.lint("", "x = 'boto3'\0\n").fault()).isPresent();
  }

  @Test
  void aNameThatIsGivenToItselfManyTimesIsLookedAtOnce() {
    String text =
        """
        import boto3
        keys = boto3.client("sts").assume_role(RoleArn="r", RoleSessionName="s")["Credentials"]
        s = boto3.Session(aws_session_token=keys["SessionToken"])
        """;
    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> LINTER.lint("", text + "s = s\n".repeat(300)));
  }

  @Test
  void whatIsNestedTooDeeplyIsToldToo() {
    String deep = "import boto3\nx = " + "(".repeat(5000) + "1" + ")".repeat(5000) + "\n";
    assertThat(LINTER.lint("", deep).fault()).isPresent();
  }

  @Test
  void placesCountCharactersWhateverTheyAre() {
    Linted linted =
        LINTER.lint(
            "",
            "import boto3\n"
                + "name = 'na\u00efve \ud83d\ude00'; c = boto3.client('sqs',"
                + " region_name='eu-west-1')\n");
    Finding.Place place = linted.findings().getFirst().place();
    assertThat(place).isEqualTo(new Finding.Place(2, 56, 2, 67));
  }

  @Test
  void emptyFilesAndFilesOfOtherThingsHaveNoFindings() {
    assertThat(LINTER.lint("", "")).isEqualTo(LINTER.lint("", "x = 1\n"));
    assertThat(ids("")).isEmpty();
  }

  @Test
  void noTextMakesItThrow() {
    List<String> programs = new ArrayList<>();
    for (String id : Linter.ids()) {
      HabitPage.of(id).orElseThrow().cases().forEach(c -> programs.add(c.source()));
    }
    Mutations mutations = new Mutations(7);
    int read = 0;
    for (int i = 0; i < 4000; i++) {
      String text = mutations.spoilt(programs);
      Linted linted = LINTER.lint("", text);
      read += linted.fault().isPresent() ? 0 : 1;
      assertThat(Edits.apply(text, linted.findings())).isNotNull();
      for (Finding f : linted.findings()) {
        assertThat(f.place().line()).isPositive();
        assertThat(f.place().column()).isPositive();
      }
    }
    assertThat(read).as("texts that are still Python").isGreaterThan(500);
  }

  @Test
  void fixesChangeNothingElseWhateverTheLineBreaks() {
    String text =
        """
        from moto import (
            mock_s3,
            mock_aws,
        )

        @mock_s3  # one
        def test(): pass
        """
            .replace("\n", "\r\n");
    Linted linted = LINTER.lint("", text);
    assertThat(Edits.apply(text, linted.findings()))
        .isEqualTo(
            """
            from moto import (
                mock_aws,
            )

            @mock_aws  # one
            def test(): pass
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void decoratorsThatBecomeTheSameAreWrittenOnce() {
    String text =
        """
        from moto import mock_s3, mock_sqs, mock_sns

        class Tests:
            @mock_s3
            @mock_sqs()
            def test(self): pass

        @mock_sns
        def other(): pass
        """;
    assertThat(Edits.apply(text, LINTER.lint("", text).findings()))
        .isEqualTo(
            """
            from moto import mock_aws

            class Tests:
                @mock_aws
                def test(self): pass

            @mock_aws
            def other(): pass
            """);
  }

  @Test
  void manyHandlersOfATryAreReadInLinearTime() {
    StringBuilder text = new StringBuilder("import boto3\ns3 = boto3.client('s3')\ntry:\n");
    text.append("    s3.get_object(Bucket='b', Key='k')\n");
    for (int i = 0; i < 12_000; i++) {
      text.append("except errors.E").append(i).append(":\n    pass\n");
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(ids(text.toString())).isEmpty());
  }

  @Test
  void severalThreadsGetTheSameAnswers() throws InterruptedException {
    String text = SILENT.formatted("");
    List<List<String>> all = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(Thread.ofPlatform().start(() -> all.add(ids(text))));
    }
    for (Thread t : threads) {
      t.join();
    }
    assertThat(all).hasSize(8).allMatch(List.of("lint/silent-except")::equals);
  }
}
