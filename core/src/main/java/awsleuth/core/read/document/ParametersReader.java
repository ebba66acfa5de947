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

/** Reads the parameters of one call: a JSON object, a call in Python, a command of the AWS CLI. */
public final class ParametersReader {

  private ParametersReader() {}

  /** The call; empty where the text is none. */
  public static List<GivenParameters> read(Artifact artifact, AwsCatalog catalog) {
    String text = Secrets.mask(Terminal.plain(artifact.text()));
    Source source = new Source(artifact.name(), 1);
    if (text.stripLeading().startsWith("{")) {
      return TypedJson.read(text) instanceof TypedJson.Value(Dict params)
          ? List.of(new GivenParameters(GivenCall.of("", "", params, List.of()), Form.JSON, source))
          : List.of();
    }
    boolean cli = CliCallReader.isCommand(text);
    GivenCall.Reading reading =
        cli ? CliCallReader.read(catalog, text) : BotoCallReader.read(catalog, text);
    return reading instanceof GivenCall.Read(GivenCall call)
        ? List.of(new GivenParameters(call, cli ? Form.CLI : Form.PYTHON, source))
        : List.of();
  }
}
