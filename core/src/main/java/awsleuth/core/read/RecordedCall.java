package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedCall.Attempt;
import awsleuth.core.evidence.WatchedClient;
import awsleuth.core.evidence.WatchedRun;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Elements;
import awsleuth.core.read.json.JsonValue.Members;
import awsleuth.core.read.text.ClassNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One call of a record as evidence: the call, its parameters and, where it failed, the failure. */
final class RecordedCall {

  /** A file of those, which is no line of the program: a thread of s3transfer, the AWS CLI. */
  private static final Pattern LIBRARY =
      Pattern.compile("[-/]packages/(?:awscli|boto3|botocore|s3transfer)/");

  private final RecordReader.Line line;
  private final RecordReader.@Nullable Line client;
  private final WatchedCall.Ending ending;
  private final RecordReader.@Nullable Line death;
  private final List<String> command;
  private final AwsCatalog catalog;

  RecordedCall(
      RecordReader.Line line,
      RecordReader.@Nullable Line client,
      WatchedCall.Ending ending,
      RecordReader.@Nullable Line death,
      List<String> command,
      AwsCatalog catalog) {
    this.line = line;
    this.client = client;
    this.ending = ending;
    this.death = death;
    this.command = command;
    this.catalog = catalog;
  }

  /**
   * The failures that a text tells, as things of one line of the record; one that it tells several
   * times, as a debug log does, was one.
   *
   * @param source that line
   */
  static List<Failure> text(String artifact, String text, Source source, AwsCatalog catalog) {
    return FailureReader.read(new Artifact(artifact, Artifact.Kind.TRACEBACK, text), catalog)
        .stream()
        .map(f -> at(source, f, f.call(), 1))
        .toList();
  }

  /** The evidence, of a failure that was seen so many times. */
  List<Evidence> evidence(int count) {
    WatchedCall watched =
        new WatchedCall(
            service(),
            line.text("operation"),
            client(),
            profile(),
            attempts(),
            line.text("answered"),
            ending,
            line.decimal("seconds"),
            place(line).isEmpty() && death != null ? place(death) : place(line),
            line.source());
    List<Evidence> all = new ArrayList<>();
    if (ending != WatchedCall.Ending.SUCCEEDED) {
      all.add(failure(watched, count));
    }
    all.add(watched);
    if (line.members().get("params") instanceof Members params && !watched.operation().isEmpty()) {
      all.add(
          RecordedParameters.of(
              service(), catalog.methodName(watched.operation()), params, line.source()));
    }
    return all;
  }

  /** The name of the client, also where botocore gave the record another one. */
  private String service() {
    return client == null ? line.text("service") : client.text("service");
  }

  private Failure failure(WatchedCall watched, int count) {
    List<Failure> read = text(line.source().artifact(), traceback(), line.source(), catalog);
    Failure failure = read.isEmpty() ? bare() : read.getFirst();
    return at(line.source(), chained(failure), completed(failure.call(), watched), count);
  }

  /**
   * With the exceptions below that of the last request, which say why it came to nothing, and the
   * Region of the bucket where the last answer has it.
   */
  private Failure chained(Failure failure) {
    List<Passage> passages = new ArrayList<>(failure.passages());
    if (line.members().get("attempts") instanceof Elements all
        && !all.values().isEmpty()
        && all.values().getLast() instanceof Members last) {
      String region = new RecordReader.Line(last, line.source()).text("bucket_region");
      if (!region.isEmpty()) {
        passages.add(
            new Passage(
                Passage.Kind.MESSAGE, "", "x-amz-bucket-region: " + region, failure.source()));
      }
      if (last.get("chain") instanceof Elements chain) {
        for (JsonValue below : chain.values()) {
          if (below instanceof Elements e && !e.textAt(0).isEmpty()) {
            passages.add(
                new Passage(Passage.Kind.MESSAGE, e.textAt(0), e.textAt(1), failure.source()));
          }
        }
      }
    }
    return new Failure(
        failure.call(),
        failure.captures(),
        passages,
        failure.frames(),
        failure.count(),
        failure.source());
  }

  private FailedCall completed(FailedCall call, WatchedCall watched) {
    Optional<Attempt> last =
        watched.attempts().isEmpty() ? Optional.empty() : Optional.of(watched.attempts().getLast());
    String region = watched.client().map(WatchedClient::region).orElse("");
    boolean known = !watched.service().isEmpty();
    return new FailedCall(
        call.exception(),
        known ? watched.service() : call.service(),
        !known && call.serviceInferred(),
        operation(call, watched),
        call.code(),
        call.message(),
        call.httpStatus().isPresent()
            ? call.httpStatus()
            : last.map(Attempt::status).orElse(OptionalInt.empty()),
        call.requestId().isEmpty() ? last.map(Attempt::requestId).orElse("") : call.requestId(),
        region.isEmpty() || region.endsWith("-global") ? call.region() : region,
        call.endpoint().isEmpty() ? last.map(Attempt::host).orElse("") : call.endpoint(),
        call.maxRetries(),
        line.source());
  }

  /** Where it was not seen, that which the {@code aws} command names; its code names none. */
  private String operation(FailedCall call, WatchedCall watched) {
    if (!watched.operation().isEmpty() || !isOfCli(line)) {
      return watched.operation().isEmpty() ? call.operation() : watched.operation();
    }
    CommandLine typed = CommandLine.of(String.join(" ", WatchedRun.aws(command)));
    return typed.operation().isEmpty() || !typed.service().equals(watched.service())
        ? ""
        : catalog.operationName(typed.operation()).orElse("");
  }

  /** Whether the AWS CLI made the call or the client. */
  static boolean isOfCli(RecordReader.Line line) {
    return line.members().get("stack") instanceof Elements stack
        && stack.values().stream()
            .anyMatch(f -> f instanceof Elements e && e.textAt(0).contains("/awscli/"));
  }

  /** A failure whose text no reader knows. */
  private Failure bare() {
    String message = line.text("message");
    String name = ClassNames.simple(line.text("exception"));
    OptionalInt none = OptionalInt.empty();
    FailedCall call =
        new FailedCall(name, "", false, "", "", message, none, "", "", "", none, line.source());
    Passage passage = new Passage(Passage.Kind.MESSAGE, name, message, line.source());
    return new Failure(call, Map.of(), List.of(passage), List.of(), 1, line.source());
  }

  /** The traceback as Python would print it. */
  private String traceback() {
    StringBuilder text = new StringBuilder("Traceback (most recent call last):\n");
    if (line.members().get("stack") instanceof Elements stack) {
      for (JsonValue frame : stack.values()) {
        if (frame instanceof Elements f) {
          text.append("  File \"").append(f.textAt(0)).append("\", line ").append(f.textAt(1));
          text.append(", in ").append(f.textAt(2)).append('\n');
          if (!f.textAt(3).isEmpty()) {
            text.append("    ").append(f.textAt(3)).append('\n');
          }
        }
      }
    }
    text.append(line.text("exception")).append(": ").append(line.text("message"));
    return text.append('\n').toString();
  }

  private static Failure at(Source source, Failure f, FailedCall call, int count) {
    return new Failure(
        new FailedCall(
            call.exception(),
            call.service(),
            call.serviceInferred(),
            call.operation(),
            call.code(),
            call.message(),
            call.httpStatus(),
            call.requestId(),
            call.region(),
            call.endpoint(),
            call.maxRetries(),
            source),
        f.captures(),
        f.passages().stream()
            .map(p -> new Passage(p.kind(), p.exception(), p.text(), source))
            .toList(),
        f.frames().stream()
            .map(x -> new Frame(x.file(), x.line(), x.function(), x.code(), source))
            .toList(),
        count,
        source);
  }

  private List<Attempt> attempts() {
    List<Attempt> attempts = new ArrayList<>();
    if (line.members().get("attempts") instanceof Elements all) {
      for (JsonValue v : all.values()) {
        if (v instanceof Members m) {
          RecordReader.Line attempt = new RecordReader.Line(m, line.source());
          attempts.add(
              new Attempt(
                  attempt.decimal("waited"),
                  attempt.decimal("seconds"),
                  number(attempt, "status"),
                  attempt.text("code"),
                  attempt.text("exception"),
                  attempt.text("request"),
                  attempt.text("url")));
        }
      }
    }
    return List.copyOf(attempts);
  }

  private Optional<WatchedClient> client() {
    return Optional.ofNullable(client).map(RecordedClient::of);
  }

  /** As the call's own line tells it, or what its client was asked for. */
  private Optional<String> profile() {
    JsonValue told = line.members().get("profile_name");
    if (told == null && client != null && client.members().get("asked") instanceof Members asked) {
      told = asked.get("profile_name");
    }
    return told instanceof JsonValue.Text name ? Optional.of(name.value()) : Optional.empty();
  }

  /** A number above 0. */
  static OptionalInt number(RecordReader.Line line, String name) {
    int number = (int) line.number(name);
    return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** Where the program made it; empty where only libraries of AWS were seen to. */
  static String place(RecordReader.Line line) {
    return line.members().get("place") instanceof Elements place
            && place.values().size() > 1
            && !LIBRARY.matcher(place.textAt(0)).find()
        ? place.textAt(0) + ":" + place.textAt(1)
        : "";
  }
}
