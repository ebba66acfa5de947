package awsleuth.core.read.document;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.TypedJson;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.GivenParameters.Form;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.Terminal;
import awsleuth.core.secret.Secrets;
import java.util.List;

/**
 * Reads the parameters of a call: a JSON object, a call in Python, a command of the AWS CLI; of a
 * program in Python those of each call in it.
 */
public final class ParametersReader {

  /** Calls of a program that are read. */
  private static final int MOST = 500;

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
        .map(c -> new GivenParameters(c.call(), Form.PYTHON, new Source(artifact.name(), c.line())))
        .toList();
  }
}
