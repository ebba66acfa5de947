package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What is read is not to be trusted, and what is proposed is pasted: nothing that stands in
 * evidence may become a command of the shell, a statement of Python or a member of a policy. Every
 * case of every page is read with such things put behind some of its words.
 */
class InjectionTest {

  private static final int PLACES = 8;
  private static final String SHELL = "$(inj)";
  private static final String PYTHON = "\"+inj+\"";
  private static final List<String> SEEDS =
      List.of(SHELL, "'" + SHELL + "'", "\"" + SHELL + "\"", PYTHON, "\",\"inj\":\"", ";inj;");
  private static final JsonFactory JSON = new JsonFactory();

  private final Diagnoser diagnoser = new Diagnoser(AwsCatalog.embedded());
  private final TreeSet<String> faults = new TreeSet<>();

  @Test
  void nothingThatWasReadCanRun() {
    Random random = new Random(11);
    for (Cause cause : Causes.all()) {
      for (Page.Case c : Page.of(cause.id()).orElseThrow().cases()) {
        for (int i = 0; i < PLACES; i++) {
          for (String seed : SEEDS) {
            check(seeded(c.artifacts(), seed, random));
          }
        }
      }
    }
    assertThat(faults).isEmpty();
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

  private void check(List<Artifact> artifacts) {
    for (FailureDiagnosis f : diagnoser.diagnose(artifacts).failures()) {
      for (Verdict v : f.verdicts()) {
        switch (v.outcome()) {
          case Outcome.Confirmed c -> finding(v.id(), c.finding());
          case Outcome.Possible p -> {
            finding(v.id(), p.finding());
            for (Need n : p.missing()) {
              if (n.how().startsWith("aws ")) {
                shell(v.id() + " needs", n.how());
              }
            }
          }
          case Outcome.RuledOut _ -> {}
          case Outcome.Crashed c -> faults.add(v.id() + " crashed: " + c.error());
        }
      }
    }
  }

  private void finding(String id, Finding f) {
    shell(id + " check", f.verification().command());
    for (Fix fix : f.fixes()) {
      switch (fix) {
        case Fix.Command c -> shell(id + " command", c.text());
        case Fix.Setting s -> {
          if (s.text().startsWith("export ") || s.text().startsWith("unset ")) {
            shell(id + " setting", s.text());
          }
        }
        case Fix.CodeEdit e -> python(id + " code", e.text());
        case Fix.PolicyEdit p -> policy(id + " policy", p.text());
        case Fix.AskAdministrator _ -> {}
      }
    }
  }

  private void shell(String where, String command) {
    if (command.contains("python")) {
      python(where, command);
    }
    boolean single = false;
    boolean quoted = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (!single && c == '\\') {
        i++;
      } else if (c == '\'' && !quoted) {
        single = !single;
      } else if (c == '"' && !single) {
        quoted = !quoted;
      }
      boolean runs = command.startsWith(SHELL, i) || (!quoted && command.startsWith(";inj", i));
      if (!single && runs) {
        faults.add(where + ": " + command);
      }
    }
  }

  private void python(String where, String code) {
    if (code.contains(PYTHON)) {
      faults.add(where + ": " + code);
    }
  }

  private void policy(String where, String text) {
    String document = text.startsWith("{") ? text : "{" + text + "}";
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), document)) {
      for (JsonToken t = json.nextToken(); t != null; t = json.nextToken()) {
        if (t == JsonToken.PROPERTY_NAME && json.currentName().equals("inj")) {
          faults.add(where + ": " + text);
        }
      }
    } catch (JacksonException e) {
      if (text.contains("inj")) {
        faults.add(where + " is no JSON: " + text);
      }
    }
  }
}
