package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.BotocoreData;
import awsleuth.aws.ErrorShape;
import awsleuth.aws.Operation;
import awsleuth.aws.PackWriter;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalog says of every service, beside what botocore itself says. */
class BotocoreFactsTest {

  /** Files of the pack whose bytes follow the zlib of the JDK that made them. */
  private static final List<String> DEFLATED =
      List.of("models", "services", "documents", "document_lines");

  private static List<Map<String, @Nullable Object>> facts = List.of();
  private static BotocoreFolder botocore = new BotocoreFolder(Path.of("."), "");

  @BeforeAll
  static void ask() throws IOException {
    Run run = Python.get().program("botocore_facts.py");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<Map<String, @Nullable Object>> lines = JsonLines.read(run.out());
    Map<String, @Nullable Object> first = lines.getFirst();
    botocore =
        new BotocoreFolder(
            Path.of(String.valueOf(first.get("folder"))), String.valueOf(first.get("version")));
    facts = lines.subList(1, lines.size());
  }

  @Test
  void everyServiceIsReadAsBotocoreReadsIt() {
    AwsCatalog catalog = AwsCatalog.ofBotocore(botocore);
    assertThat(catalog.services()).hasSameSizeAs(facts);
    for (Map<String, @Nullable Object> expected : facts) {
      String name = String.valueOf(expected.get("service"));
      assertThat(said(catalog.service(name).orElseThrow())).as(name).isEqualTo(expected);
    }
  }

  /**
   * Written anew, it is the pack of the jar to the byte; a botocore of another version gives the
   * same bytes twice, and so does one of that version where the zlib of the JDK is another than
   * that of the pack's.
   */
  @Test
  void theSameBotocoreGivesTheSamePackWhateverTheOrderOfItsFiles() throws IOException {
    SortedMap<String, byte[]> written = PackWriter.write(new Reversed(botocore));
    SortedMap<String, byte[]> before = new TreeMap<>();
    for (String name : written.keySet()) {
      before.put(name, packed(name));
    }
    List<String> different = differing(written, before);
    if (AwsCatalog.embedded().version().equals(botocore.version())) {
      assertThat(different).isSubsetOf(DEFLATED);
    }
    if (!different.isEmpty()) {
      before = PackWriter.write(botocore);
    }
    assertThat(differing(written, before)).isEmpty();
  }

  /** The pack is of one version; beside another nothing is to be compared. */
  @Test
  void thePackSaysWhatItsBotocoreSays() {
    AwsCatalog embedded = AwsCatalog.embedded();
    AwsCatalog installed = AwsCatalog.ofBotocore(botocore);
    boolean same = embedded.version().equals(installed.version());
    for (String name : same ? installed.services() : List.<String>of()) {
      assertThat(embedded.service(name)).isEqualTo(installed.service(name));
      assertThat(embedded.endpointRules(name)).as(name).isEqualTo(installed.endpointRules(name));
    }
  }

  private static List<String> differing(
      SortedMap<String, byte[]> some, SortedMap<String, byte[]> others) {
    return some.keySet().stream()
        .filter(name -> !Arrays.equals(some.get(name), others.get(name)))
        .toList();
  }

  /** A disk that lists files in another order. */
  private record Reversed(BotocoreData data) implements BotocoreData {
    @Override
    public String version() {
      return data.version();
    }

    @Override
    public String label() {
      return data.label();
    }

    @Override
    public List<String> list(String folder) {
      return data.list(folder).stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Override
    public Optional<byte[]> read(String path) {
      return data.read(path);
    }
  }

  private static byte[] packed(String name) throws IOException {
    try (InputStream in = AwsCatalog.class.getResourceAsStream("pack/" + name)) {
      assertThat(in).as(name).isNotNull();
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  private static Map<String, Object> said(Service service) {
    SortedMap<String, Object> operations = new TreeMap<>();
    for (String name : service.operationNames()) {
      operations.put(name, said(service, service.operation(name).orElseThrow()));
    }
    SortedMap<String, Object> errors = new TreeMap<>();
    for (ErrorShape error : service.errors()) {
      errors.put(error.name(), error.code());
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("service", service.metadata().name());
    said.put("api_version", service.metadata().apiVersion());
    said.put("class_name", service.metadata().className());
    said.put("endpoint_prefix", service.metadata().endpointPrefix());
    said.put("signing_name", service.metadata().signingName());
    said.put("errors", errors);
    said.put("operations", operations);
    return said;
  }

  private static Map<String, Object> said(Service service, Operation operation) {
    List<Shape.Member> members =
        service.input(operation.name()).map(Shape.Structure::members).orElse(List.of());
    return Map.of(
        "method", operation.methodName(),
        "command", operation.commandName(),
        "required", names(members.stream().filter(Shape.Member::required)),
        "members", names(members.stream()));
  }

  private static List<String> names(Stream<Shape.Member> members) {
    return members.map(Shape.Member::name).sorted().toList();
  }
}
