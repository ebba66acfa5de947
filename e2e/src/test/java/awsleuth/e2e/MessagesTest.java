package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.request.Message;
import awsleuth.boto.request.MessageOutcome;
import awsleuth.collect.call.ReadOnly;
import awsleuth.testkit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The messages of calls that read, beside those that botocore sends; {@code -Dmessages.seed=N}
 * draws others.
 */
class MessagesTest {

  private static final int CASES = 400;

  @TempDir Path folder;

  private record Case(Service service, Operation operation, PyValue.Dict parameters) {
    String line() {
      return "{\"service\": \""
          + service.metadata().name()
          + "\", \"operation\": \""
          + operation.name()
          + "\", \"params\": "
          + JsonText.line(parameters)
          + "}";
    }
  }

  @Test
  void methodUrlBodyAndItsHeadersAreThoseOfBotocore() throws IOException {
    Path data = Path.of(botocore());
    AwsCatalog catalog = AwsCatalog.ofBotocore(new BotocoreFolder(data, version()));
    long seed = Long.getLong("messages.seed", 1);
    List<Case> cases = cases(catalog, new Random(seed));
    Path input = folder.resolve("cases.jsonl");
    Files.write(input, cases.stream().map(Case::line).toList());
    Run run =
        Run.of(
            List.of(
                Python.get().python(),
                "-B",
                Path.of("src", "test", "python", "messages.py").toAbsolutePath().toString()),
            Files.readString(input),
            Map.of("TZ", "UTC", "AWS_CONFIG_FILE", "/nonexistent"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Map<String, @Nullable Object>> sent = JsonLines.read(run.out());
    Boto boto = Boto.of(catalog, LocalDate.now(java.time.ZoneOffset.UTC));
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      Optional<Map<String, Object>> own = own(boto, each);
      if (own.isPresent()) {
        String ours = String.valueOf(normal(own.get()));
        String theirs = String.valueOf(normal(sent.get(i)));
        if (!ours.equals(theirs)) {
          differences.add(each.line() + "\n  botocore " + theirs + "\n  awsleuth " + ours);
        }
        compared++;
      }
    }
    assertThat(differences).as("seed " + seed).isEmpty();
    assertThat(compared).isGreaterThan(CASES * 9 / 10);
  }

  private static String botocore() throws IOException {
    return told("import botocore; print(botocore.__path__[0])");
  }

  private static String version() throws IOException {
    return told("import botocore; print(botocore.__version__)");
  }

  private static String told(String program) throws IOException {
    return Run.of(List.of(Python.get().python(), "-c", program), "", Map.of()).out().strip();
  }

  private static List<Case> cases(AwsCatalog catalog, Random random) {
    List<Case> cases = new ArrayList<>();
    List<String> services = catalog.services();
    while (cases.size() < CASES) {
      Service service =
          catalog.service(services.get(random.nextInt(services.size()))).orElseThrow();
      List<String> names = List.copyOf(service.operationNames());
      Operation operation =
          service.operation(names.get(random.nextInt(names.size()))).orElseThrow();
      if (ReadOnly.allows(catalog, service.metadata().name(), operation)) {
        parameters(service, operation, random)
            .ifPresent(p -> cases.add(new Case(service, operation, p)));
      }
    }
    return cases;
  }

  /** Texts, numbers, truth values and lists of texts; empty where more is required. */
  private static Optional<PyValue.Dict> parameters(
      Service service, Operation operation, Random random) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    Optional<Shape.Structure> input = service.input(operation.name());
    for (Shape.Member member : input.map(Shape.Structure::members).orElse(List.of())) {
      boolean required = member.required();
      if (!required && random.nextInt(3) > 0) {
        continue;
      }
      Optional<PyValue> value = value(service, service.shape(member.shape()).orElseThrow(), random);
      if (value.isPresent()) {
        entries.put(new PyValue.Str(member.name()), value.get());
      } else if (required) {
        return Optional.empty();
      }
    }
    return Optional.of(new PyValue.Dict(entries));
  }

  private static Optional<PyValue> value(Service service, Shape shape, Random random) {
    return switch (shape) {
      case Shape.Scalar scalar ->
          switch (scalar.type()) {
            case "string" ->
                Optional.of(
                    new PyValue.Str(
                        scalar.values().isEmpty()
                            ? "name-"
                                + random.nextInt(1000, 9999)
                                + (random.nextBoolean() ? "" : " a/b+c=ü")
                            : scalar.values().getFirst()));
            case "integer", "long" -> Optional.of(PyValue.Int.of(random.nextInt(1, 50)));
            case "boolean" -> Optional.of(new PyValue.Bool(random.nextBoolean()));
            default -> Optional.empty();
          };
      case Shape.ListOf list ->
          value(service, service.shape(list.element()).orElseThrow(), random)
              .map(element -> new PyValue.PyList(List.of(element, element)));
      default -> Optional.empty();
    };
  }

  private static Optional<Map<String, Object>> own(Boto boto, Case each) {
    ClientArguments arguments =
        ClientArguments.of(each.service().metadata().name()).inRegion("us-west-2");
    if (!(boto.endpoints().client(Session.NOTHING_SET, arguments)
        instanceof ClientOutcome.Made(Client client))) {
      return Optional.empty();
    }
    return switch (boto.requests().message(client, each.operation().name(), each.parameters())) {
      case MessageOutcome.Ready(Message message) -> {
        Map<String, Object> headers = new TreeMap<>();
        message
            .headers()
            .forEach((name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (List.of("content-type", "x-amz-target", "x-amzn-query-mode").contains(lower)) {
                headers.put(lower, value);
              }
            });
        yield Optional.of(
            Map.of(
                "method", message.method(),
                "url", message.url(),
                "body", message.body(),
                "headers", headers));
      }
      case MessageOutcome.Refused(var raised) ->
          Optional.of(
              Map.of(
                  "exception",
                  raised.exception().substring(raised.exception().lastIndexOf('.') + 1)));
      case MessageOutcome.Beyond _ -> Optional.empty();
    };
  }

  /** JSON bodies as values, since spaces and the order of members mean nothing. */
  private static Map<String, @Nullable Object> normal(
      Map<String, ? extends @Nullable Object> told) {
    Map<String, @Nullable Object> normal = new TreeMap<>(told);
    String body = String.valueOf(told.get("body"));
    if (body.startsWith("{")) {
      normal.put("body", Json.object(body));
    }
    return normal;
  }
}
