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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** What a name in an event may have that AWS takes for other names, or an event that is made. */
  private static final List<String> NAMES =
      List.of(
          "$(inj)",
          "`inj`",
          "' inj '",
          "\"; inj; \"",
          "\"+inj+\"",
          "|inj&inj;inj>inj",
          " --inj x",
          "{inj,inj}*?~!inj",
          "\ninj=inj\n+++ inj\n",
          "\u001b[31m\u009b2Jinj\u0007\rinj\u202einj",
          "\n# inj\n[inj](inj) **inj** ```\ninj\n```\n|inj|",
          "</pre><script>inj</script><img src=x onerror=inj>");

  private static final Pattern MEMBER =
      Pattern.compile(
          "\"(\\w*(?:[nN]ame|[aA]rn|[kK]ey|Id|[pP]rincipal|[uU]rl|tableName))\": *\"([^\"\\\\]{3,200})\"");

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

  /** Who may make a bucket, a role or a policy chooses the name that events have of it. */
  @Test
  void noNameInAnEventCanRun() {
    Random random = new Random(12);
    Set<String> faults = new TreeSet<>();
    for (Cause cause : Causes.all()) {
      for (Page.Case c : Page.of(cause.id()).orElseThrow().cases()) {
        for (String name : names(c.artifacts())) {
          for (int i = 0; i < PLACES / 2; i++) {
            String hostile = name + NAMES.get(random.nextInt(NAMES.size()));
            faults.addAll(faults(renamed(c.artifacts(), name, hostile)));
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** The names in a case's events. */
  private static Set<String> names(List<Artifact> artifacts) {
    Set<String> names = new TreeSet<>();
    for (Artifact a : artifacts) {
      if (a.kind() == Artifact.Kind.TRAIL) {
        Matcher m = MEMBER.matcher(a.text());
        while (m.find()) {
          names.add(m.group(2));
        }
      }
    }
    return names;
  }

  /** The same name everywhere, so that what belongs together still does. */
  private static List<Artifact> renamed(List<Artifact> artifacts, String name, String hostile) {
    return artifacts.stream()
        .map(a -> {
          boolean json = a.text().stripLeading().startsWith("{");
          String put = json ? escaped(hostile) : hostile;
          return new Artifact(a.name(), a.kind(), a.text().replace(name, put));
        })
        .toList();
  }

  private static String escaped(String text) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      json.append(
          c < ' ' || c == '"' || c == '\\' || c > '~' ? "\\u%04x".formatted((int) c) : "" + c);
    }
    return json.toString();
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
