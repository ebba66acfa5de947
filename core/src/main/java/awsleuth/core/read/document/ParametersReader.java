package awsleuth.core.read.document;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PlacedCall;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.TypedJson;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.GivenParameters.Form;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.Terminal;
import awsleuth.core.secret.Secrets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the parameters of a call: a JSON object, a call in Python, a command of the AWS CLI; of a
 * program in Python those of each call in it.
 */
public final class ParametersReader {

  /** Calls of a program that are read. */
  private static final int MOST = 500;

  private static final Pattern SHELL =
      Pattern.compile("#! ?/(?:usr/)?(?:local/)?bin/(?:env )?(?:ba|da|z|k)?sh\\b");

  private ParametersReader() {}

  /** The call, or those of a program; empty where the text is none and has none. */
  public static List<GivenParameters> read(Artifact artifact, AwsCatalog catalog) {
    String text = Secrets.mask(Terminal.plain(artifact.text()));
    Source source = new Source(artifact.name(), 1);
    if (text.stripLeading().startsWith("{")) {
      return TypedJson.read(text) instanceof TypedJson.Value(Dict params)
          ? List.of(new GivenParameters(GivenCall.of("", "", params, List.of()), Form.JSON, source))
          : List.of();
    }
    if (CliCallReader.isCommand(text)) {
      return CliCallReader.read(catalog, text) instanceof GivenCall.Read(GivenCall call)
          ? List.of(new GivenParameters(call, Form.CLI, source))
          : List.of();
    }
    return BotoCallReader.calls(catalog, text, MOST).stream()
        .map(c -> placed(artifact, c, Form.PYTHON, isProgram(artifact, c)))
        .toList();
  }

  /**
   * The calls in a text that nobody called parameters: those of a program in Python, and the
   * commands of a shell script or of a text that is nothing else. Empty where it is none of these.
   */
  public static List<GivenParameters> ofProgram(Artifact artifact, AwsCatalog catalog) {
    if (artifact.name().endsWith(".py")) {
      return read(artifact, catalog);
    }
    String text = Secrets.mask(Terminal.plain(artifact.text()));
    return isScript(artifact.name(), text)
        ? CliCallReader.calls(catalog, text).stream()
            .map(c -> placed(artifact, c, Form.CLI, true))
            .toList()
        : List.of();
  }

  private static boolean isScript(String name, String text) {
    return name.endsWith(".sh")
        || name.endsWith(".bash")
        || SHELL.matcher(text).lookingAt()
        || CliCallReader.isAllCommands(text);
  }

  /** A file that begins with the call is no program, but the call. */
  private static boolean isProgram(Artifact artifact, PlacedCall call) {
    return artifact.name().endsWith(".py") && call.line() > 1;
  }

  private static GivenParameters placed(
      Artifact artifact, PlacedCall call, Form form, boolean ofProgram) {
    return new GivenParameters(
        call.call(), form, new Source(artifact.name(), call.line()), ofProgram);
  }
}
