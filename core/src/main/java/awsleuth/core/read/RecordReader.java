package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.EnvironmentVariable.Shape;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall.Ending;
import awsleuth.core.evidence.WatchedRun;
import awsleuth.core.read.json.JsonNumbers;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Elements;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what {@code awsleuth run} kept of a program's calls, and {@code awsleuth doctor} of its
 * steps: one JSON object a line, each of a {@code kind}. Lines that are none are read as a log is;
 * those of a kind that is not known are passed over.
 */
final class RecordReader {

  /** The first line of every record begins so. */
  static final String BEGINNING = "{\"awsleuth\": \"record\"";

  /** A line and where it stands, of which of the programs that one process was after the other. */
  record Line(Members members, Source source, int program) {

    Line(Members members, Source source) {
      this(members, source, 0);
    }

    String text(String name) {
      return members.text(name);
    }

    /** A whole number; 0 where there is none. */
    long number(String name) {
      return Math.round(decimal(name));
    }

    double decimal(String name) {
      return members.get(name) instanceof JsonValue.Scalar s ? JsonNumbers.decimal(s) : 0;
    }

    /** What tells apart the same number of two processes, or of two programs of one. */
    String key(String number) {
      return keyOf(number(number));
    }

    String keyOf(Object number) {
      return number("pid") + "/" + program + "/" + number;
    }
  }

  private final Artifact artifact;
  private final AwsCatalog catalog;
  private final List<Line> calls = new ArrayList<>();
  private final Map<String, Line> clients = new LinkedHashMap<>();
  private final Map<String, Integer> again = new HashMap<>();
  private final RecordedProcesses told = new RecordedProcesses();
  private final RecordedEndings endings = new RecordedEndings();
  private final List<Line> environments = new ArrayList<>();
  private final List<Line> others = new ArrayList<>();
  private final List<Line> deaths = new ArrayList<>();
  private final List<Evidence> found = new ArrayList<>();
  private final Map<Long, String> pythons = new HashMap<>();
  private int processes;
  private long counted;
  private long missed;

  private RecordReader(Artifact artifact, AwsCatalog catalog) {
    this.artifact = artifact;
    this.catalog = catalog;
  }

  static List<Evidence> read(Artifact artifact, AwsCatalog catalog) {
    if (!artifact.text().stripLeading().startsWith(BEGINNING)) {
      List<Evidence> steps = RecordedProbe.document(artifact);
      if (!steps.isEmpty()) {
        return steps;
      }
    }
    RecordReader reader = new RecordReader(artifact, catalog);
    int number = 0;
    StringBuilder rest = new StringBuilder();
    for (String line : artifact.text().split("\n", -1)) {
      if (number++ > 0) {
        rest.append('\n');
      }
      if (!line.isBlank()
          && JsonValue.parse(line, number).orElse(null) instanceof Members members) {
        reader.line(new Line(members, new Source(artifact.name(), number)));
      } else {
        rest.append(line);
      }
    }
    reader.finish();
    List<Evidence> all = new ArrayList<>(reader.found);
    if (!rest.toString().isBlank()) {
      all.addAll(
          FailureReader.read(
              new Artifact(artifact.name(), Artifact.Kind.TRACEBACK, rest.toString()), catalog));
    }
    return List.copyOf(all);
  }

  private void line(Line written) {
    Line line = new Line(written.members, written.source, told.add(written));
    switch (line.text("kind")) {
      case "process" -> {
        processes++;
        pythons.put(line.number("pid"), line.text("python"));
      }
      case "environment" -> environments.add(line);
      case "client" -> clients.put(line.key("number"), line);
      case "call" -> calls.add(line);
      case "calls" -> counted += line.number("count");
      case "again" -> again.merge(line.key("number"), (int) line.number("count"), Integer::sum);
      case "missed" -> missed += line.number("count");
      case "died" -> died(line);
      case "thread" -> endings.ofThread(line);
      case "probe" -> found.add(RecordedProbe.read(line.members(), line.source()));
      case "file", "output", "end" -> others.add(line);
      default -> {}
    }
  }

  private void died(Line line) {
    if (!endings.died(line)) {
      deaths.add(line);
    }
  }

  private void finish() {
    calls.removeAll(repeated());
    List<Line> order = order();
    List<String> command =
        others.stream()
            .filter(l -> l.text("kind").equals("end"))
            .findFirst()
            .map(RecordReader::command)
            .orElse(List.of());
    for (Line line : deaths) {
      found.addAll(RecordedCall.text(artifact.name(), line.text("text"), line.source(), catalog));
    }
    for (Line call : order) {
      found.addAll(
          new RecordedCall(
                  call,
                  clients.get(call.key("client")),
                  endings.of(call),
                  endings.death(call),
                  command,
                  catalog)
              .evidence(1 + again.getOrDefault(call.key("number"), 0)));
    }
    environment(order);
    others.forEach(this::other);
  }

  /**
   * Failures of the AWS CLI before it made a call, of which each place that sees the same exception
   * tells once more; the one that knows most stays.
   */
  private List<Line> repeated() {
    Map<String, Line> told = new HashMap<>();
    List<Line> repeated = new ArrayList<>();
    for (Line call : calls) {
      if (call.text("operation").isEmpty() && RecordedCall.isOfCli(call)) {
        again.remove(call.key("number"));
        String what = call.number("pid") + call.text("exception") + call.text("message");
        Line before = told.get(what);
        boolean knowsMore =
            before != null && before.text("service").isEmpty() && !call.text("service").isEmpty();
        if (before != null) {
          repeated.add(knowsMore ? before : call);
        }
        if (before == null || knowsMore) {
          told.put(what, call);
        }
      }
    }
    return repeated;
  }

  /** What the program died of, the last first; then the others as they came. */
  private List<Line> order() {
    List<Line> order = new ArrayList<>();
    for (Line call : calls.reversed()) {
      if (endings.of(call) == Ending.FATAL) {
        order.add(call);
      }
    }
    List<Line> rest = new ArrayList<>(calls);
    rest.removeAll(order);
    boolean failed =
        others.stream().anyMatch(l -> l.text("kind").equals("end") && l.number("exit") != 0);
    if (order.isEmpty() && deaths.isEmpty() && failed) {
      rest.reversed().stream()
          .filter(l -> endings.of(l) != Ending.SUCCEEDED)
          .findFirst()
          .ifPresent(order::add);
      rest.removeAll(order);
    }
    order.addAll(rest);
    return order;
  }

  /** The variables of the process that the first call is of, as they were last. */
  private void environment(List<Line> order) {
    long process = order.isEmpty() ? -1 : order.getFirst().number("pid");
    Line chosen = null;
    for (Line line : environments) {
      if (chosen == null || line.number("pid") == process) {
        chosen = line;
      }
    }
    if (chosen != null && chosen.members().get("values") instanceof Elements variables) {
      for (JsonValue v : variables.values()) {
        if (v instanceof Elements e && e.values().size() == 3 && !e.textAt(0).isEmpty()) {
          found.add(
              new EnvironmentVariable(
                  e.textAt(0), e.textAt(1), shape(e.textAt(2)), chosen.source()));
        }
      }
    }
  }

  private static Shape shape(String word) {
    for (Shape shape : Shape.values()) {
      if (shape.name().toLowerCase(Locale.ROOT).equals(word)) {
        return shape;
      }
    }
    return Shape.PLAIN;
  }

  private void other(Line line) {
    switch (line.text("kind")) {
      case "file" -> found.addAll(RecordedFile.read(artifact, line.members(), catalog));
      case "output" -> {
        if (calls.isEmpty() && deaths.isEmpty()) {
          found.addAll(
              RecordedCall.text(artifact.name(), line.text("text"), line.source(), catalog));
        }
      }
      default -> end(line);
    }
  }

  /** The words of the program's command; none where they are not told. */
  private static List<String> command(Line end) {
    List<String> command = new ArrayList<>();
    if (end.members().get("command") instanceof Elements words) {
      for (int i = 0; i < words.values().size(); i++) {
        command.add(words.textAt(i));
      }
    }
    return List.copyOf(command);
  }

  private void end(Line line) {
    long unmade =
        calls.stream()
            .filter(c -> c.text("operation").isEmpty() && RecordedCall.isOfCli(c))
            .count();
    long failed = calls.size() - unmade + again.values().stream().mapToLong(n -> n).sum();
    long seen = calls.stream().filter(c -> endings.of(c) == Ending.SUCCEEDED).count();
    found.add(
        new WatchedRun(
            command(line),
            (int) line.number("exit"),
            line.decimal("seconds"),
            processes > 0 || others.stream().anyMatch(o -> o.text("kind").equals("output")),
            processes,
            counted + failed - seen,
            told.cut(),
            clients.values().stream().map(RecordedClient::of).toList(),
            pythons(),
            missed,
            line.source()));
  }

  /** The versions of those whose processes had clients; a version that is not known is none. */
  private List<String> pythons() {
    return clients.values().stream()
        .map(c -> pythons.getOrDefault(c.number("pid"), ""))
        .filter(v -> !v.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }
}
