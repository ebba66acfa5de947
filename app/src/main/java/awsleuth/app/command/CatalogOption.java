package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.aws.AwsCatalog;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --botocore}: whose data count, those inside awsleuth or those of a botocore. */
public final class CatalogOption {

  private static final String NAME = "--botocore";

  private CatalogOption() {}

  /** Adds {@code --botocore} to a command. */
  public static void add(CommandSpec spec) {
    Options.words(
        spec,
        NAME,
        "DIR",
        List.of("auto"),
        "take AWS's data from the botocore in DIR; auto: of the python on the PATH");
  }

  /**
   * The data that count.
   *
   * @throws InputException where the botocore that is asked for is not there
   */
  public static AwsCatalog of(CommandLine.ParseResult parsed) throws InputException {
    String botocore = parsed.matchedOptionValue(NAME, "");
    return botocore.isEmpty()
        ? AwsCatalog.embedded()
        : AwsCatalog.ofBotocore(InstalledBotocore.find(botocore));
  }
}
