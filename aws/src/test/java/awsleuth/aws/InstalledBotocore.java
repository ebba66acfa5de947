package awsleuth.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data files of a botocore on this machine. */
final class InstalledBotocore implements BotocoreData {

  private final Path data;
  private final String version;

  InstalledBotocore(Path botocore, String version) {
    this.data = botocore.resolve("data");
    this.version = version;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public String label() {
    return data.toString();
  }

  @Override
  public List<String> services() throws IOException {
    try (Stream<Path> entries = Files.list(data)) {
      return entries
          .filter(Files::isDirectory)
          .map(p -> p.getFileName().toString())
          .filter(name -> !newest(name).isEmpty())
          .sorted()
          .toList();
    }
  }

  String newestVersion(String service) {
    return newest(service);
  }

  private String newest(String service) {
    try (Stream<Path> versions = Files.list(data.resolve(service))) {
      return versions
          .filter(v ->
              Files.exists(v.resolve("service-2.json"))
                  || Files.exists(v.resolve("service-2.json.gz")))
          .map(v -> v.getFileName().toString())
          .max(String::compareTo)
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public Optional<byte[]> model(String service) throws IOException {
    return plainOrPacked(data.resolve(service).resolve(newest(service)), "service-2.json");
  }

  @Override
  public Optional<byte[]> file(String name) throws IOException {
    return plainOrPacked(data, name);
  }

  private static Optional<byte[]> plainOrPacked(Path folder, String name) throws IOException {
    Path plain = folder.resolve(name);
    if (Files.exists(plain)) {
      return Optional.of(Files.readAllBytes(plain));
    }
    Path packed = folder.resolve(name + ".gz");
    return Files.exists(packed)
        ? Optional.of(Gzip.unpack(Files.readAllBytes(packed)))
        : Optional.empty();
  }
}
