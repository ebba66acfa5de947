package awsleuth.boto.call;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arguments whose values are not known, from a command in Python and the other way round: files and
 * variables of the environment; for others {@code <Name>}.
 */
public final class OtherForm {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)\\})");
  private static final Pattern ENVIRON =
      Pattern.compile(
          "os\\.(?:environ\\[|getenv\\(|environ\\.get\\()['\"]([A-Za-z_][A-Za-z0-9_]*)['\"][\\])]");
  private static final Pattern OPEN =
      Pattern.compile(
          "(json\\.load\\()?open\\( ?(?:'([^'\\\\]+)'|\"([^\"\\\\]+)\")"
              + " ?(?:, ?(?:mode ?= ?)?['\"]rb?['\"] ?)?\\)(?:\\.read\\(\\))?(\\))?");

  private final Service service;
  private final Operation operation;

  private OtherForm(Service service, Operation operation) {
    this.service = service;
    this.operation = operation;
  }

  /** The options of a command as arguments in Python; what has no name is left out. */
  public static List<Unread> inPython(Service service, Operation operation, List<Unread> unread) {
    OtherForm form = new OtherForm(service, operation);
    return unread.stream()
        .filter(u -> !u.name().isEmpty())
        .map(u -> with(u, form.python(u)))
        .toList();
  }

  /** Arguments in Python as options of a command; what has no name is left out. */
  public static List<Unread> inCli(Service service, Operation operation, List<Unread> unread) {
    OtherForm form = new OtherForm(service, operation);
    return unread.stream().filter(u -> !u.name().isEmpty()).map(u -> with(u, form.cli(u))).toList();
  }

  private static Unread with(Unread unread, String written) {
    return new Unread(unread.name(), unread.line(), unread.why(), written);
  }

  private Optional<Shape.Member> member(Unread unread) {
    return service.input(operation.name()).flatMap(i -> i.member(unread.name()));
  }

  private boolean streams(Unread unread) {
    return member(unread).filter(service::isStreaming).isPresent();
  }

  /** The type of a scalar; empty for what has parts. */
  private String type(Unread unread) {
    return member(unread).flatMap(m -> service.shape(m.shape())).orElse(null)
            instanceof Shape.Scalar s
        ? s.type()
        : "";
  }

  private String python(Unread unread) {
    List<ShellWords.Word> words = ShellWords.of(unread.written());
    String text = words.size() == 1 ? words.getFirst().text() : "";
    Matcher variable = VARIABLE.matcher(text);
    boolean file = text.startsWith("file://") || text.startsWith("fileb://");
    boolean known = !words.isEmpty() && words.getFirst().known();
    if (known && streams(unread)) {
      return "open(" + repr(text) + ", 'rb')";
    }
    if (known && file) {
      return opened(repr(text.substring(text.indexOf("://") + 3)), type(unread));
    }
    if (variable.matches() && List.of("string", "blob").contains(type(unread))) {
      String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
      return streams(unread)
          ? "open(os.environ['" + name + "'], 'rb')"
          : "os.environ['" + name + "']";
    }
    return repr("<" + unread.name() + ">");
  }

  private static String opened(String path, String type) {
    return switch (type) {
      case "blob" -> "open(" + path + ", 'rb')";
      case "string", "timestamp" -> "open(" + path + ").read()";
      default -> "json.load(open(" + path + "))";
    };
  }

  private String cli(Unread unread) {
    Matcher open = OPEN.matcher(unread.written());
    Matcher variable = ENVIRON.matcher(unread.written());
    if (open.matches() && (open.group(1) == null) == (open.group(4) == null)) {
      String path = open.group(2) == null ? open.group(3) : open.group(2);
      String scheme = streams(unread) ? "" : type(unread).equals("blob") ? "fileb://" : "file://";
      return CallText.quoted(scheme + path);
    }
    return variable.matches() && !streams(unread)
        ? "\"$" + variable.group(1) + "\""
        : "'<" + unread.name() + ">'";
  }

  private static String repr(String text) {
    return PythonText.repr(new Str(text));
  }
}
