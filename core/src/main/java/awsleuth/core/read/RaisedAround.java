package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.List;

/** The exception that botocore's sentence of a service error is of, as the text around it tells. */
final class RaisedAround {

  private RaisedAround() {}

  /** Its simple name; what a message ends with is taken from the message. */
  static String of(Flat flat, Sighting s) {
    String before = ClassNames.before(flat.text, s.position, s.code);
    if (!before.isEmpty()) {
      return before;
    }
    int lineStart = flat.startOf(flat.indexAt(s.position));
    String lead = flat.text.substring(lineStart, Math.max(lineStart, s.position));
    for (String wrapper : List.of("S3UploadFailedError", "S3TransferFailedError", "WaiterError")) {
      if (lead.contains(wrapper)) {
        return wrapper;
      }
    }
    String bare = lead.stripLeading();
    int colon = PythonErrorReader.exceptionColon(bare);
    if (colon > 0 && (bare.lastIndexOf('.', colon) > 0 || isWrapper(bare.substring(0, colon)))) {
      return ClassNames.simple(bare.substring(0, colon));
    }
    String after = Messages.classAtEnd(s.message, s.code);
    if (!after.isEmpty()) {
      s.message = s.message.substring(0, s.message.lastIndexOf(':')).strip();
      return after;
    }
    return "ClientError";
  }

  /** Whether a class at a line's head is one that a program raises itself: {@code IOError}. */
  private static boolean isWrapper(String name) {
    return ClassNames.isException(name) && name.chars().anyMatch(Character::isLowerCase);
  }
}
