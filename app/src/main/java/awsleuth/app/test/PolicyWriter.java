package awsleuth.app.test;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;
import static awsleuth.app.input.JsonMembers.texts;

import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.app.policy.ContextText;
import awsleuth.aws.IamCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.iam.check.CheckedRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes tests of policies, which {@code awsleuth simulate} decides by. */
final class PolicyWriter {

  /** A context key and its value, as a proof says what it depends on. */
  private static final Pattern KEY = Pattern.compile("`([^`]+)` is `([^`]*)`");

  private final Subject subject;

  PolicyWriter(Subject subject) {
    this.subject = subject;
  }

  Generated write(List<String> remarks) {
    if (subject.target().isPresent()) {
      return new Generated.NotPossible("what is tested are policies, not a function");
    }
    return proven()
        .or(() -> StatementFix.of(subject).map(StatementFix::decided))
        .<Generated>map(d -> file(d, remarks))
        .orElseGet(() ->
            new Generated.NotPossible(
                ofRequest()
                    ? "the fix changes the request or who makes it, not a policy: a test of another"
                        + " kind is of how the program takes the refusal, and says nothing of the"
                        + " fix"
                    : "the diagnosis has no policies by which the request is denied before a fix"
                        + " and allowed after it"));
  }

  /** Whether a fix changes the request or its configuration, and none a policy. */
  private boolean ofRequest() {
    List<ToldFix> fixes = subject.cause().fixes();
    return fixes.stream().anyMatch(f -> f.kind().equals("code-edit") || f.kind().equals("setting"))
        && fixes.stream()
            .noneMatch(f -> f.kind().equals("policy-edit") || f.kind().equals("ask-administrator"));
  }

  /** The first fix of a policy that is decided by the policies alone. */
  private Optional<Decided> proven() {
    return subject.cause().fixes().stream()
        .map(ToldFix::proof)
        .flatMap(Optional::stream)
        .filter(p -> !p.ofCall())
        .flatMap(
            p -> supposed(p.document()).stream().flatMap(s -> decided(p.document(), s).stream()))
        .findFirst();
  }

  /**
   * The context keys that a proof depends on, with the values that it takes for granted; empty
   * where it depends on something else.
   */
  private static Optional<Map<String, String>> supposed(PyValue.Dict proof) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String words : texts(proof.get("depends_on"))) {
      Matcher key = KEY.matcher(words);
      if (!key.matches()) {
        return Optional.empty();
      }
      keys.put(key.group(1), key.group(2));
    }
    return Optional.of(keys);
  }

  private Optional<Decided> decided(PyValue.Dict proof, Map<String, String> supposed) {
    List<Decided.Document> documents = new ArrayList<>();
    for (PyValue.Dict p : dicts(proof.get("policies"))) {
      String text = text(p, subject.after() ? "after" : "before");
      if (!text.isEmpty()) {
        String level = text(p, "level");
        String option = option(text(p, "type")) + (level.isEmpty() ? "" : "=" + level);
        documents.add(new Decided.Document(option, text(p, "name"), text));
      }
    }
    KeysThatMatter keys = KeysThatMatter.of(proof);
    Map<String, List<String>> denied = new LinkedHashMap<>();
    Map<String, List<String>> allowed = new LinkedHashMap<>();
    List<List<String>> wanted = new ArrayList<>();
    for (PyValue.Dict line : dicts(proof.get("requests"))) {
      List<PyValue.Dict> examples = dicts(line.get("examples"));
      boolean before = text(line, "before").equals("allowed");
      boolean after = text(line, "after").equals("allowed");
      if (!examples.isEmpty() && after && !before && ToldDiagnosis.isRefused(line)) {
        wanted.add(options(examples, keys, supposed));
      } else if (!examples.isEmpty() && before == after) {
        (after ? allowed : denied).put(text(line, "what"), options(examples, keys, supposed));
      }
    }
    return wanted.isEmpty() || dicts(proof.get("policies")).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Decided(
                documents,
                wanted.getFirst(),
                denied,
                allowed,
                settings(dicts(proof.get("requests"))),
                remark(supposed)));
  }

  /** Requests are decided as the proof has them, on the resource that AWS itself has named. */
  private static List<String> settings(List<PyValue.Dict> requests) {
    IamCatalog catalog = IamCatalog.embedded();
    return requests.stream()
            .flatMap(r -> dicts(r.get("examples")).stream())
            .anyMatch(e ->
                CheckedRequest.isOnUndocumented(text(e, "action"), text(e, "resource"), catalog))
        ? List.of("--resource-as-given")
        : List.of();
  }

  private static String remark(Map<String, String> supposed) {
    return supposed.isEmpty()
        ? ""
        : "No evidence tells that "
            + supposed.entrySet().stream()
                .map(e -> e.getKey() + " is " + e.getValue())
                .collect(Collectors.joining(", and that "))
            + ": the requests below suppose it.";
  }

  private static String option(String type) {
    return switch (type) {
      case "resource" -> "--resource-policy";
      case "trust" -> "--trust-policy";
      case "boundary" -> "--boundary";
      case "session" -> "--session-policy";
      case "scp" -> "--scp";
      case "rcp" -> "--rcp";
      case "vpc-endpoint" -> "--endpoint-policy";
      default -> "--policy";
    };
  }

  /** One request; those that differ by the action alone are asked together. */
  private static List<String> options(
      List<PyValue.Dict> examples, KeysThatMatter keys, Map<String, String> supposed) {
    PyValue.Dict first = examples.getFirst();
    List<String> options = new ArrayList<>();
    options.add("--principal=" + text(first, "principal"));
    for (PyValue.Dict e : examples) {
      if (text(e, "resource").equals(text(first, "resource"))) {
        options.add("--action=" + text(e, "action"));
      }
    }
    options.add("--resource=" + text(first, "resource"));
    if (!text(first, "resource_account").isEmpty()) {
      options.add("--resource-account=" + text(first, "resource_account"));
    }
    dict(first, "context")
        .entries()
        .forEach((key, value) -> {
          if (key instanceof PyValue.Str(String name) && keys.matters(name)) {
            options.add("--context=" + name + "=" + value(value));
          }
        });
    Set<String> told = new HashSet<>(texts(first.get("absent")));
    dict(first, "context")
        .entries()
        .forEach((key, _) -> {
          if (key instanceof PyValue.Str(String name)) {
            told.add(name);
          }
        });
    supposed.forEach((key, value) -> {
      if (!told.contains(key)) {
        options.add("--context=" + key + "=" + ContextText.one(value));
      }
    });
    texts(first.get("absent")).stream()
        .filter(keys::matters)
        .forEach(key -> options.add("--absent=" + key));
    if (first.get("complete") instanceof PyValue.Bool(boolean complete) && complete) {
      options.add("--complete");
    }
    return options;
  }

  private static String value(PyValue value) {
    return value instanceof PyValue.Str(String text)
        ? ContextText.one(text)
        : ContextText.list(texts(value));
  }

  private Generated file(Decided decided, List<String> remarks) {
    List<String> all = new ArrayList<>(remarks);
    if (!decided.remark().isEmpty()) {
      all.add(decided.remark());
    }
    StringBuilder more = new StringBuilder();
    if (!decided.denied().isEmpty()) {
      more.append(PythonForm.named("policy-denied").filled());
    }
    if (!decided.allowed().isEmpty()) {
      more.append(PythonForm.named("policy-allowed").filled());
    }
    return new Generated.File(
        PythonForm.named("policy")
            .with("DOC", Describing.of(subject, TestKind.POLICY, Wanted.ALLOWED, all))
            .with("STATE", Describing.mark(subject))
            .with("POLICIES", decided.python())
            .with("REQUEST", Decided.list(decided.request()))
            .with("DENIED", Decided.dict(decided.denied()))
            .with("ALLOWED", Decided.dict(decided.allowed()))
            .with("SETTINGS", Decided.list(decided.settings()))
            .with("MORE", more.toString())
            .filled());
  }
}
