package awsleuth.core.cause.client;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/** Files of the program that hide modules of a library by their names. */
final class Modules {

  private static final String[] NAMES = {
    "boto3.py",
    "botocore.py",
    "secrets.py",
    "email.py",
    "json.py",
    "logging.py",
    "queue.py",
    "random.py",
    "select.py",
    "ssl.py",
    "http.py",
    "urllib3.py",
    "uuid.py",
    "calendar.py",
    "code.py",
    "token.py"
  };

  private Modules() {}

  /** A frame in a file that has the name of a module but is not in a library; empty where none. */
  static Optional<Frame> shadowing(Facts facts) {
    for (Frame f : facts.frames()) {
      String file = f.file().replace('\\', '/');
      boolean library =
          file.contains("/lib/")
              || file.contains("site-packages")
              || file.contains("dist-packages")
              || file.contains("/runtime/")
              || file.startsWith("<");
      for (String name : NAMES) {
        if (!library && (file.equals(name) || file.endsWith("/" + name))) {
          return Optional.of(f);
        }
      }
    }
    return Optional.empty();
  }

  static final String VERSIONS =
      "python3 -c 'import boto3, botocore, s3transfer, urllib3, ssl; print(boto3.__version__,"
          + " botocore.__version__, s3transfer.__version__, urllib3.__version__, ssl.OPENSSL_VERSION)'";
}
