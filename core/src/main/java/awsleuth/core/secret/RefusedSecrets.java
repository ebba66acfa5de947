package awsleuth.core.secret;

/**
 * Finds secrets that a message repeats since they were refused: {@code Value 'v' at 'password'
 * failed to satisfy constraint} of services, {@code Invalid type for parameter MasterUserPassword,
 * value: v, type: …} of botocore.
 */
final class RefusedSecrets {

  private static final String AT = "' at '";
  private static final String VALUE = "alue '";
  private static final String TYPE = "Invalid type for parameter ";
  private static final String GIVEN = ", value: ";
  private static final int LONGEST_NAME = 200;

  private RefusedSecrets() {}

  static void find(String text, Ranges.Sink sink) {
    int done = 0;
    for (int at = text.indexOf(AT); at >= 0; at = text.indexOf(AT, at + 1)) {
      int name = at + AT.length();
      int end = text.indexOf('\'', name);
      int value = text.substring(done, at).lastIndexOf(VALUE);
      if (value >= 0 && isSecret(text, name, end)) {
        sink.add(done + value + VALUE.length(), at, Secrets.MASK);
      }
      done = at;
    }
    for (int at = text.indexOf(TYPE); at >= 0; at = text.indexOf(TYPE, at + 1)) {
      int name = at + TYPE.length();
      int end = text.indexOf(',', name);
      if (isSecret(text, name, end) && text.startsWith(GIVEN, end)) {
        int type = text.indexOf(", type: <", end);
        sink.add(end + GIVEN.length(), type < 0 ? text.length() : type, Secrets.MASK);
      }
    }
  }

  private static boolean isSecret(String text, int from, int end) {
    return end > from && end - from <= LONGEST_NAME && SecretNames.isSecret(text, from, end);
  }
}
