package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.List;

/** A call written in Python or as a command of the AWS CLI. */
public final class CallText {

  /** Characters of a line of Python. */
  static final int WIDTH = 88;

  private CallText() {}

  /** {@code s3.put_object(Bucket='b', Key='k')}, each argument in its line where it is long. */
  public static String python(Service service, Operation operation, Dict params) {
    return python(service, operation, params, List.of());
  }

  /**
   * Likewise, with the arguments before it that are no literals, as they are written.
   *
   * @param unread those whose expression is not known are left out
   */
  public static String python(
      Service service, Operation operation, Dict params, List<Unread> unread) {
    List<String> arguments = new ArrayList<>();
    for (Unread u : unread) {
      if (!u.written().isEmpty()) {
        arguments.add((u.name().isEmpty() ? "" : u.name() + "=") + u.written());
      }
    }
    boolean spread = !params.entries().keySet().stream().allMatch(CallText::isName);
    if (spread) {
      arguments.add("**" + PythonText.repr(params));
    } else {
      params
          .entries()
          .forEach(
              (name, value) -> arguments.add(PythonText.str(name) + "=" + PythonText.repr(value)));
    }
    String name = client(service.metadata().name()) + "." + operation.methodName() + "(";
    String line = name + String.join(", ", arguments) + ")";
    arguments.replaceAll(a -> PythonLayout.of(a, 4));
    return spread || line.length() <= WIDTH
        ? line
        : name + "\n    " + String.join(",\n    ", arguments) + ",\n)";
  }

  /** The client: its name where that can be a variable. */
  private static String client(String service) {
    return isName(new Str(service)) ? service : "boto3.client('" + service + "')";
  }

  private static boolean isName(PyValue key) {
    return key instanceof Str s
        && !s.value().isEmpty()
        && Character.isJavaIdentifierStart(s.value().charAt(0))
        && s.value().chars().allMatch(Character::isJavaIdentifierPart)
        && !List.of("from", "return", "import", "in", "is", "not", "and", "or", "lambda")
            .contains(s.value());
  }

  /**
   * {@code aws s3api put-object --bucket b --key k}. A parameter that the CLI reads from a file is
   * {@code '<file>'}, the file that it writes an answer's stream to {@code '<outfile>'}; where
   * there are bytes, {@code --cli-binary-format} says how they are written.
   */
  public static String cli(AwsCatalog catalog, Service service, Operation operation, Dict params) {
    return cli(catalog, service, operation, params, List.of(), CliRest.NONE);
  }

  /**
   * Likewise, with the options before it whose values are not known, as they are written, and with
   * what else the command had.
   *
   * @param unread those whose words are not known are left out
   */
  public static String cli(
      AwsCatalog catalog,
      Service service,
      Operation operation,
      Dict given,
      List<Unread> unread,
      CliRest rest) {
    return new CliText(catalog, service, operation).of(given, unread, rest);
  }

  /** A word for a POSIX shell. */
  static String quoted(String word) {
    boolean safe =
        !word.isEmpty()
            && word.chars()
                .allMatch(c ->
                    c < 0x80 && (Character.isLetterOrDigit(c) || "-_./:@%+,=".indexOf(c) >= 0));
    return safe ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
