package awsleuth.aws;

import java.util.List;
import java.util.Optional;

/**
 * The data folder of an installed botocore, as its owner reads it.
 *
 * <p>The aws room reads no files; who has the folder gives it through this interface. Paths are
 * relative to botocore's {@code data} folder and use {@code /}.
 */
public interface BotocoreData {

  /** The version of that botocore, such as {@code 1.43.11}. */
  String version();

  /** Where it is, for people. */
  String label();

  /** The names in a folder, in any order; empty if there is no such folder. */
  List<String> list(String folder);

  /** The bytes of a file, such as {@code s3/2006-03-01/service-2.json.gz}; empty if none. */
  Optional<byte[]> read(String path);
}
