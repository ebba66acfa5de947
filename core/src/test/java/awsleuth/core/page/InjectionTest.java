package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What is read is not to be trusted, and what is proposed is pasted: nothing that stands in
 * evidence may become a command of the shell, a statement of Python, a member of a policy, a
 * setting or a line of a patch. Every case of every page is read with such things put behind some
 * of its words.
 */
class InjectionTest {

  private static final int PLACES = Integer.getInteger("injection.places", 6);
  private static final List<String> SEEDS =
      List.of(
          "$(inj)",
          "`inj`",
          "'$(inj)'",
          "\"$(inj)\"",
          "\"+inj+\"",
          "\\\"+inj+\\\"",
          "\",\"inj\":\"",
          "\\\",\\\"inj\\\":\\\"",
          ";inj;",
          "; inj #",
          " --inj x",
          "<inj>",
          "!inj",
          "\\n+++ inj\\ninj=inj\\n[inj]\\ninj ",
          "\\u0027\\u001b[31m;inj\\u0022");

  private final Diagnoser diagnoser = new Diagnoser(AwsCatalog.embedded());

  @Test
  void nothingThatWasReadCanRun() {
    Random random = new Random(11);
    Set<String> faults = new TreeSet<>();
    for (Cause cause : Causes.all()) {
      for (Page.Case c : Page.of(cause.id()).orElseThrow().cases()) {
        for (int i = 0; i < PLACES; i++) {
          faults.addAll(
              faults(seeded(c.artifacts(), SEEDS.get(random.nextInt(SEEDS.size())), random)));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** A file's name is as little to be trusted as what stands in it. */
  @Test
  void noNameOfAFileCanRun() {
    Set<String> faults = new TreeSet<>();
    for (Cause cause : Causes.all()) {
      for (Page.Case c : Page.of(cause.id()).orElseThrow().cases()) {
        List<Artifact> renamed = new ArrayList<>();
        for (Artifact a : c.artifacts()) {
          String name = "it's $(inj);\n+++ inj\ninj=" + a.name();
          renamed.add(new Artifact(name, a.kind(), a.text()));
        }
        faults.addAll(faults(renamed));
      }
    }
    assertThat(faults).isEmpty();
  }

  private Set<String> faults(List<Artifact> artifacts) {
    return Proposed.faults(diagnoser.diagnose(artifacts).failures(), artifacts);
  }

  /** The artifacts with a seed behind a word of one of them. */
  private static List<Artifact> seeded(List<Artifact> artifacts, String seed, Random random) {
    List<Artifact> seeded = new ArrayList<>(artifacts);
    int which = random.nextInt(artifacts.size());
    Artifact a = artifacts.get(which);
    String text = a.text();
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    seeded.set(
        which, new Artifact(a.name(), a.kind(), text.substring(0, at) + seed + text.substring(at)));
    return seeded;
  }
}
