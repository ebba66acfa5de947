package awsleuth.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the pack from an installed botocore: {@code aws/regenerate.sh}. The same botocore gives
 * the same bytes.
 */
final class PackGenerator {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** What no reader asks for. */
  private static final Set<String> DROPPED =
      Set.of("documentation", "documentationUrl", "examples", "smithy.api#externalDocumentation");

  private PackGenerator() {}

  /** Arguments: botocore's directory, its version, the pack's directory. */
  public static void main(String[] args) throws IOException {
    write(new InstalledBotocore(Path.of(args[0]), args[1]), Path.of(args[2]));
  }

  static void write(InstalledBotocore data, Path pack) throws IOException {
    for (Map.Entry<String, byte[]> file : files(data).entrySet()) {
      Path path = pack.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** The files of the pack by their paths. */
  static Map<String, byte[]> files(InstalledBotocore data) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, String> table : new Indexing(data).tables().entrySet()) {
      files.put(table.getKey(), table.getValue().getBytes(StandardCharsets.ISO_8859_1));
    }
    for (String service : data.services()) {
      Optional<byte[]> model = data.model(service);
      if (model.isPresent()) {
        files.put("models/" + service + ".json.gz", Gzip.pack(stripped(model.get())));
      }
    }
    String stamp = data.version() + "\t" + date(data) + "\n";
    files.put("stamp", stamp.getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** The date of the distribution: that of its RECORD, which the installer does not change. */
  private static String date(InstalledBotocore data) throws IOException {
    Instant newest = Instant.EPOCH;
    for (String service : data.services()) {
      String version = data.newestVersion(service);
      Instant day =
          version.matches("\\d{4}-\\d{2}-\\d{2}")
              ? java.time.LocalDate.parse(version).atStartOfDay().toInstant(ZoneOffset.UTC)
              : Instant.EPOCH;
      newest = day.isAfter(newest) ? day : newest;
    }
    return newest.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static byte[] stripped(byte[] json) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json);
        JsonGenerator copy = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      int depth = 0;
      while (in.nextToken() != null) {
        JsonToken token = in.currentToken();
        boolean dropped = token == JsonToken.PROPERTY_NAME && DROPPED.contains(in.currentName());
        if (dropped && in.nextToken() == JsonToken.VALUE_STRING) {
          continue;
        }
        if (dropped) {
          copy.writeName(in.currentName());
        }
        depth++;
        copy.copyCurrentEvent(in);
      }
      if (depth == 0) {
        throw new IllegalArgumentException("an empty model");
      }
    }
    return out.toByteArray();
  }
}
