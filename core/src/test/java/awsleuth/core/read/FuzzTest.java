package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.page.Page;
import awsleuth.testkit.MadeUpSecrets;
import awsleuth.testkit.Mutations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The evidence of all pages, spoilt: readers and causes never throw, never hang, keep the secrets
 * and lose nothing of what follows. {@code -Dfuzz=SECONDS} goes on for so long with other seeds.
 */
class FuzzTest {

  private static final int ROUNDS = 1500;
  private static final int LONGEST = 40_000;
  private static final AwsCatalog CATALOG = AwsCatalog.embedded();
  private static final Diagnoser DIAGNOSER = new Diagnoser(CATALOG);
  private static final String PROBE =
      "\n\nall is well again\n\nbotocore.exceptions.ClientError: An error occurred (ProbeException)"
          + " when calling the ListBuckets operation: probe\n";

  private final Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);
  private final List<String> all = new ArrayList<>();

  FuzzTest() {
    for (Cause cause : Causes.all()) {
      for (Page.Case c : Page.of(cause.id()).orElseThrow().cases()) {
        for (Artifact a : c.artifacts()) {
          byKind.computeIfAbsent(a.kind(), k -> new ArrayList<>()).add(a.text());
          all.add(a.text());
        }
      }
    }
  }

  @Test
  void spoiltEvidenceIsReadWithoutThrowingHangingOrTellingSecrets() {
    long until = System.nanoTime() + Duration.ofSeconds(Long.getLong("fuzz", 0)).toNanos();
    long seed = 0;
    while (seed < ROUNDS || System.nanoTime() < until) {
      round(seed++);
    }
  }

  private void round(long seed) {
    Mutations mutations = new Mutations(seed);
    MadeUpSecrets made = new MadeUpSecrets(seed);
    String secret = made.random().nextBoolean() ? made.secretKey() : made.token();
    List<Artifact> artifacts = new ArrayList<>();
    byKind.forEach((kind, texts) -> {
      if (made.random().nextInt(3) == 0) {
        artifacts.add(new Artifact(kind.label(), kind, text(mutations, texts)));
      }
    });
    String any = text(mutations, all) + "\nvalue " + secret + "\n";
    artifacts.add(new Artifact("any", Kind.ANY, any));
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> diagnose(artifacts, secret), () -> "seed " + seed);
  }

  private String text(Mutations mutations, List<String> texts) {
    String text = mutations.spoilt(texts);
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static void diagnose(List<Artifact> artifacts, String secret) {
    for (Artifact a : artifacts) {
      String read = Readers.read(a, CATALOG).toString();
      assertThat(MadeUpSecrets.pieceIn(read, secret, 10)).as(a.text()).isEmpty();
      linesAreThose(a);
    }
    Diagnosis diagnosis = DIAGNOSER.diagnose(artifacts);
    for (var failure : diagnosis.failures()) {
      for (Verdict v : failure.verdicts()) {
        assertThat(v.outcome()).as(v.id()).isNotInstanceOf(Outcome.Crashed.class);
      }
    }
  }

  private static void linesAreThose(Artifact a) {
    int lines = (int) a.text().lines().count() + 1;
    for (Evidence e : Readers.read(a, CATALOG)) {
      assertThat(e.source().line()).as("%s: %s", e, a.text()).isBetween(0, lines);
    }
  }

  @Test
  void whatFollowsSpoiltTextIsStillRead() {
    for (long seed = 0; seed < ROUNDS; seed++) {
      String text = text(new Mutations(seed), all) + PROBE;
      List<? extends Evidence> read = Readers.read(new Artifact("a", Kind.ANY, text), CATALOG);
      assertThat(read.toString()).as("seed %d: %s", seed, text).contains("ProbeException");
    }
  }

  @Test
  void aStreamOfSpoiltBytesIsReadToItsEnd() throws IOException {
    for (long seed = 0; seed < ROUNDS / 3; seed++) {
      byte[] bytes = (text(new Mutations(seed), all) + PROBE).getBytes(StandardCharsets.UTF_8);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes);
      assertThat(Readers.readStream("a", in::read, CATALOG).toString())
          .as("seed %d", seed)
          .contains("ProbeException");
    }
  }
}
