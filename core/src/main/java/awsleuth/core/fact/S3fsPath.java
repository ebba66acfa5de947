package awsleuth.core.fact;

import java.util.Map;

/**
 * What s3fs, by which pandas, dask and others read {@code s3://} paths, says of a path that it did
 * not find: {@code FileNotFoundError: bucket/key}. It raises that where S3 knows neither an object
 * nor a prefix of the name; of a bucket that is not there it says S3's own sentence.
 *
 * @see <a href="https://github.com/fsspec/s3fs/blob/main/s3fs/core.py">s3fs/core.py, _info</a>
 */
public final class S3fsPath {

  private S3fsPath() {}

  /** Whether a failure is that. */
  public static boolean isMissing(Facts facts) {
    return facts.exception("FileNotFoundError") && !path(facts).isEmpty();
  }

  static void read(Facts facts, Map<String, String> known) {
    String path = isMissing(facts) ? path(facts) : "";
    int slash = path.indexOf('/');
    if (slash > 0) {
      known.putIfAbsent("Bucket", path.substring(0, slash));
      known.putIfAbsent("Key", path.substring(slash + 1));
    }
  }

  /** The path that the innermost frame's error names; empty where that is not s3fs's. */
  private static String path(Facts facts) {
    boolean s3fs =
        !facts.frames().isEmpty()
            && facts.frames().getLast().file().replace('\\', '/').endsWith("s3fs/core.py");
    String path = facts.call().message().strip();
    int slash = path.indexOf('/');
    return s3fs && slash > 2 && slash < path.length() - 1 && isBucket(path.substring(0, slash))
        ? path
        : "";
  }

  private static boolean isBucket(String name) {
    return name.chars()
        .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.');
  }
}
