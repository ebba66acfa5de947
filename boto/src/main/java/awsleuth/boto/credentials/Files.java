package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Utf8;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;

/** Files as Python's {@code open} reads them. */
final class Files {

  private Files() {}

  /** The text of a file, every end of a line as a line feed. */
  static String text(Outside outside, String path) throws Raise {
    return switch (outside.file(path)) {
      case Content.Bytes(byte[] bytes) -> decoded(bytes);
      case Content.Nothing _ -> throw missing(path);
      case Content.Directory _ ->
          throw os("IsADirectoryError", "[Errno 21] Is a directory: ", path);
      case Content.Forbidden _ -> throw forbidden(path);
    };
  }

  private static String decoded(byte[] bytes) throws Raise {
    return switch (Utf8.decode(bytes)) {
      case Utf8.Text(String text) -> text.replace("\r\n", "\n").replace('\r', '\n');
      case Utf8.NotText not -> throw new Raise(not.error());
    };
  }

  static Raise missing(String path) {
    return os("FileNotFoundError", "[Errno 2] No such file or directory: ", path);
  }

  static Raise forbidden(String path) {
    return os("PermissionError", "[Errno 13] Permission denied: ", path);
  }

  private static Raise os(String name, String message, String path) {
    return new Raise(new Raised(name, message + PythonText.repr(new Str(path))));
  }
}
