package awsleuth.app.test;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;
import static awsleuth.app.input.JsonMembers.texts;

import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.app.policy.ContextText;
import awsleuth.boto.python.PyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes tests of policies, which {@code awsleuth simulate} decides by. */
final class PolicyWriter {

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
                "the diagnosis has no policies by which the request is denied before a fix and"
                    + " allowed after it"));
  }

  /** The first fix that is decided by the policies alone. */
  private Optional<Decided> proven() {
    return subject.cause().fixes().stream()
        .map(ToldFix::proof)
        .flatMap(Optional::stream)
        .filter(p -> p.holds() || isTold(p.document()))
        .flatMap(p -> decided(p.document()).stream())
        .findFirst();
  }

  /** Whether what the proof depends on is in the request that it tells. */
  private static boolean isTold(PyValue.Dict proof) {
    List<PyValue.Dict> requests = dicts(proof.get("requests"));
    Map<PyValue, PyValue> context =
        requests.isEmpty()
            ? Map.of()
            : dicts(requests.getFirst().get("examples")).stream()
                .findFirst()
                .map(e -> dict(e, "context"))
                .<Map<PyValue, PyValue>>map(PyValue.Dict::entries)
                .orElse(Map.of());
    return texts(proof.get("depends_on")).stream()
        .allMatch(d ->
            context.entrySet().stream()
                .anyMatch(e ->
                    e.getKey() instanceof PyValue.Str(String key)
                        && e.getValue() instanceof PyValue.Str(String value)
                        && d.equals("`" + key + "` is `" + value + "`")));
  }

  private Optional<Decided> decided(PyValue.Dict proof) {
    List<Decided.Document> documents = new ArrayList<>();
    for (PyValue.Dict p : dicts(proof.get("policies"))) {
      String text = text(p, subject.after() ? "after" : "before");
      if (!text.isEmpty()) {
        documents.add(new Decided.Document(option(text(p, "type")), text(p, "name"), text));
      }
    }
    Map<String, List<String>> denied = new LinkedHashMap<>();
    Map<String, List<String>> allowed = new LinkedHashMap<>();
    List<List<String>> wanted = new ArrayList<>();
    for (PyValue.Dict line : dicts(proof.get("requests"))) {
      List<PyValue.Dict> examples = dicts(line.get("examples"));
      boolean before = text(line, "before").equals("allowed");
      boolean after = text(line, "after").equals("allowed");
      if (!examples.isEmpty() && after && !before && text(line, "what").equals("the request")) {
        wanted.add(options(examples));
      } else if (!examples.isEmpty() && before == after) {
        (after ? allowed : denied).put(text(line, "what"), options(examples));
      }
    }
    return wanted.isEmpty() || dicts(proof.get("policies")).isEmpty()
        ? Optional.empty()
        : Optional.of(new Decided(documents, wanted.getFirst(), denied, allowed, List.of(), ""));
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
  private static List<String> options(List<PyValue.Dict> examples) {
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
          if (key instanceof PyValue.Str(String name)) {
            options.add("--context=" + name + "=" + value(value));
          }
        });
    texts(first.get("absent")).forEach(key -> options.add("--absent=" + key));
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
            .with("DOC", Describing.of(subject, TestKind.POLICY, all))
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
