package awsleuth.core.page;

import awsleuth.core.Artifact;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Need;
import awsleuth.testkit.Json;
import awsleuth.testkit.PatchText;
import awsleuth.testkit.PythonText;
import awsleuth.testkit.ShellText;
import awsleuth.testkit.ShellText.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Finds where a word of the evidence has become more than a value in what is proposed: a command, a
 * file, an option, a statement, a member, a section, a line of a patch.
 */
final class Proposed {

  /** The word that must stay within values. */
  static final String WORD = "inj";

  private static final String IN_A_STRING = "# the policy in the string at ";

  /** Options that the AWS CLI asks for, each with a placeholder: no command. */
  private static final Pattern OPTIONS = Pattern.compile("(--[a-z-]+ <[a-z-]+>( |$))+");

  private static final Pattern MEMBER = Pattern.compile("\\+\\s*\"" + WORD + "\"\\s*:");

  /** Plain names of the program's own call: a method, an argument, what the method is of. */
  private static final Pattern NAME =
      Pattern.compile("\\.inj\\(|(?<![\\w])\\w*inj\\w*=|^\\w*inj\\w* *(?=\\.\\w+\\()");

  private static final Pattern SECTION = Pattern.compile("\\[[^\\[\\]]*\\]");
  private static final Pattern COMMAND = Pattern.compile("(aws|python3?|env|curl|getent) ");
  private static final Pattern QUOTED =
      Pattern.compile("`((?:aws|python3?|env|curl|getent) [^`]*)`");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

  private final Map<String, String> files = new HashMap<>();
  private final Set<String> faults = new TreeSet<>();

  private Proposed(List<Artifact> artifacts) {
    artifacts.forEach(a -> files.put(a.name(), a.text()));
  }

  /** What is wrong with what is proposed for these failures; empty where nothing is. */
  static Set<String> faults(List<FailureDiagnosis> failures, List<Artifact> artifacts) {
    Proposed proposed = new Proposed(artifacts);
    for (FailureDiagnosis f : failures) {
      f.verdicts().forEach(proposed::verdict);
    }
    return proposed.faults;
  }

  private void verdict(Verdict v) {
    switch (v.outcome()) {
      case Outcome.Confirmed c -> finding(v.id(), c.finding());
      case Outcome.Possible p -> {
        finding(v.id(), p.finding());
        for (Need n : p.missing()) {
          prose(v.id() + " needs", n.how());
        }
      }
      case Outcome.RuledOut _ -> {}
      case Outcome.Crashed c -> faults.add(v.id() + " crashed: " + c.error());
    }
  }

  private void finding(String id, Finding f) {
    told(id + " check", f.verification().command(), this::shell);
    for (Fix fix : f.fixes()) {
      String where = id + " " + fix.getClass().getSimpleName();
      switch (fix) {
        case Fix.Command c -> told(where, c.text(), this::shell);
        case Fix.Setting s -> told(where, s.text(), this::setting);
        case Fix.CodeEdit e -> told(where, e.text(), this::python);
        case Fix.PolicyEdit p -> told(where, p.text(), this::policy);
        case Fix.AskAdministrator a -> prose(where, a.text());
      }
    }
  }

  /** Words for a person, which may be a command or have one in backticks. */
  private void prose(String where, String text) {
    if (COMMAND.matcher(text).lookingAt()) {
      told(where, text, this::shell);
    }
    Matcher m = QUOTED.matcher(text);
    while (m.find()) {
      told(where, m.group(1), this::shell);
    }
  }

  private void told(String where, String text, Consumer<String> reader) {
    try {
      reader.accept(text);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | JacksonException e) {
      faults.add(where + ": " + e.getMessage() + " in: " + text);
    } catch (AssertionError e) {
      faults.add(where + ": " + e.getMessage());
    }
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private void shell(String text) {
    if (OPTIONS.matcher(text).matches()) {
      return;
    }
    String before = "";
    for (ShellText.Word word : ShellText.words(text)) {
      String value = word.value();
      if (value.contains(WORD)) {
        must(word.place() == Place.ARGUMENT, word.place() + " " + value + " in: " + text);
        must(word.plain(), "not quoted in: " + text);
        must(!value.startsWith("--" + WORD), "an option in: " + text);
      }
      if (before.equals("-c")) {
        python(value);
      } else if (value.startsWith("{") || value.startsWith("[")) {
        value(value, text);
      }
      before = value;
    }
  }

  /** What is no JSON has no members. */
  private void value(String value, String text) {
    Map<String, @Nullable Object> read;
    try {
      read = Json.object("{\"value\": " + value + "}");
    } catch (JacksonException e) {
      return;
    }
    members(read, 0, text);
  }

  private void python(String text) {
    String code = NAME.matcher(PythonText.code(text)).replaceAll("");
    must(!code.contains(WORD), "Python: " + text);
  }

  private void setting(String text) {
    if (text.matches("(?s)(export|unset|set) .*")) {
      shell(text);
      return;
    }
    for (String line : text.split("\n", -1)) {
      must(!line.strip().startsWith(WORD), "a setting: " + text);
      must(!line.startsWith("[") || SECTION.matcher(line).matches(), "a section: " + text);
      must(!CONTROL.matcher(line).find(), "a control character: " + text);
    }
  }

  private void policy(String text) {
    if (!text.contains("+++ ")) {
      members(Json.object(text.startsWith("{") ? text : "{" + text + "}"), 0, text);
      return;
    }
    if (text.startsWith(IN_A_STRING)) {
      written(text);
      return;
    }
    Map<String, String> after = PatchText.apply(text, files);
    String unpatched = after.getOrDefault("", "");
    String rest = unpatched.lines().filter(l -> !l.startsWith("#")).reduce("", String::concat);
    if (!rest.isBlank()) {
      members(Json.object(rest), 0, text);
    }
    after.remove("");
    after.forEach((name, changed) -> {
      long before = count(Json.object(files.getOrDefault(name, "{}")));
      members(Json.object(changed), before, text);
    });
  }

  /** The difference of a policy that no file has by itself: it stands in an event. */
  private static void written(String text) {
    List<String> lines = text.lines().toList();
    must(lines.stream().filter(l -> l.startsWith("+++ ")).count() == 1, "a head: " + text);
    lines.stream()
        .filter(l -> l.startsWith("+") && !l.startsWith("+++ "))
        .forEach(l -> must(!MEMBER.matcher(l).lookingAt(), "a member: " + text));
  }

  private static void members(Map<String, @Nullable Object> object, long most, String text) {
    must(count(object) <= most, "a member: " + text);
  }

  /** How many members have the word as their name. */
  private static long count(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      long own = map.containsKey(WORD) ? 1 : 0;
      return own + map.values().stream().mapToLong(Proposed::count).sum();
    }
    return value instanceof List<?> list ? list.stream().mapToLong(Proposed::count).sum() : 0;
  }
}
