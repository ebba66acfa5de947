package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.read.text.ClassNames;
import java.util.List;

/**
 * What stack frames of the AWS SDKs for JavaScript, Kotlin and Ruby tell: their functions that read
 * an error, and Ruby's client methods, are named for the operation ({@code
 * deserializeAws_restXmlPutObjectCommandError}, {@code de_PutObjectCommandError}, {@code
 * throwHeadObjectError}, {@code client.rb:3504:in `validate_template'}).
 */
final class ScriptFrames {

  private static final int LONGEST = 80;

  private ScriptFrames() {}

  /** The operation; empty where no frame names one. */
  static String operation(List<Passage> passages, AwsCatalog catalog) {
    for (Passage p : passages) {
      String found = in(p.text(), "CommandError", catalog);
      found = found.isEmpty() ? in(p.text(), "Error(", catalog) : found;
      found = found.isEmpty() ? ruby(p.text(), catalog) : found;
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** {@code …/aws-sdk-cloudformation/client.rb:3504:in `validate_template'}; empty where none. */
  private static String ruby(String text, AwsCatalog catalog) {
    int file = text.indexOf("/client.rb:");
    int open = file < 0 ? -1 : text.indexOf(":in `", file);
    int close = open < 0 ? -1 : text.indexOf('\'', open);
    String method = close < 0 ? "" : text.substring(open + ":in `".length(), close);
    return method.indexOf('_') > 0 ? catalog.operationName(method).orElse("") : "";
  }

  private static String in(String text, String end, AwsCatalog catalog) {
    for (int at = text.indexOf(end); at > 0; at = text.indexOf(end, at + 1)) {
      String name = ClassNames.simple(ClassNames.endingAt(text, at));
      boolean reads = name.startsWith("de") || name.startsWith("throw");
      for (int i = Math.max(1, name.length() - LONGEST); reads && i < name.length() - 3; i++) {
        String operation = name.substring(i);
        boolean starts =
            Character.isUpperCase(operation.charAt(0))
                && !Character.isUpperCase(name.charAt(i - 1));
        if (starts && !catalog.servicesWithOperation(operation).isEmpty()) {
          return operation;
        }
      }
    }
    return "";
  }
}
