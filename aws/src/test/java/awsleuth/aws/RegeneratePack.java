package awsleuth.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the pack anew from an installed botocore; {@code aws/regenerate.sh} starts it. */
final class RegeneratePack {

  private RegeneratePack() {}

  /** Arguments: botocore's folder, its version, the pack's folder. */
  public static void main(String[] args) throws IOException {
    Path pack = Path.of(args[2]);
    Files.createDirectories(pack);
    BotocoreFolder botocore = new BotocoreFolder(Path.of(args[0]), args[1]);
    for (Map.Entry<String, byte[]> file : PackWriter.write(botocore).entrySet()) {
      Files.write(pack.resolve(file.getKey()), file.getValue());
    }
  }
}
