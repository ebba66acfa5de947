package awsleuth.core.cause.network;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.AwsCommand;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CA bundle that the program gives its client itself, or the {@code aws} command as an option:
 * botocore looks at no variable and no profile then ({@code Session.create_client}).
 *
 * @param command the command that has the option; empty where the program gives it
 * @param cited where it is given, and what where that is told
 */
record BundleArgument(Optional<AwsCommand> command, Citation cited) {

  private static final String VERIFY = "verify";
  private static final String OPTION = "--ca-bundle";

  private static final Pattern GIVEN =
      Pattern.compile(
          "\\bverify\\s?=\\s?(?:'([^']{1,400})'|\"([^\"]{1,400})\"|(?!None\\b)[^\\s=])");

  /**
   * What is given.
   *
   * @param set what variables and profile set; empty where they set none. A client of botocore that
   *     was watched has it as though it were given.
   */
  static Optional<BundleArgument> in(Facts facts, String set) {
    return option(facts).or(() -> watched(facts, set)).or(() -> written(facts));
  }

  private static Optional<BundleArgument> option(Facts facts) {
    return AwsCommand.of(facts)
        .flatMap(c ->
            c.option(OPTION)
                .map(path ->
                    new BundleArgument(
                        Optional.of(c),
                        Facts.cite(
                            Literal.line("the command has " + OPTION + " `" + path + "`"),
                            c.source()))));
  }

  private static Optional<BundleArgument> watched(Facts facts, String set) {
    return facts
        .watched()
        .flatMap(WatchedCall::client)
        .filter(c -> c.given().containsKey(VERIFY) && !set.equals(c.given().get(VERIFY)))
        .map(c ->
            new BundleArgument(
                Optional.empty(), cited(c.given().getOrDefault(VERIFY, ""), c.source())));
  }

  /** What a line of the traceback gives; the path where it is a literal. */
  private static Optional<BundleArgument> written(Facts facts) {
    for (Frame frame : facts.frames()) {
      Matcher given = GIVEN.matcher(frame.code());
      if (given.find()) {
        String path = given.group(1) == null ? given.group(2) : given.group(1);
        return Optional.of(
            new BundleArgument(Optional.empty(), cited(path == null ? "" : path, frame.source())));
      }
    }
    return Optional.empty();
  }

  private static Citation cited(String path, Source source) {
    return Facts.cite(
        Literal.line(
            "the program gives the client verify"
                + (path.isEmpty() ? "" : " `" + path + "`")
                + " itself, which goes before all settings"),
        source);
  }

  List<Fix> fixes(String there) {
    return command
        .map(c ->
            List.of(
                Fix.command(there, c.with(OPTION, "<path/to/ca-bundle.pem>")),
                Fix.command("or let botocore look for one itself", c.without(OPTION))))
        .orElseGet(() -> List.of(Fix.codeEdit(there, "verify=\"<path/to/ca-bundle.pem>\"")));
  }
}
