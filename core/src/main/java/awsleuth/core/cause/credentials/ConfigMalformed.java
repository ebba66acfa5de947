package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** ~/.aws/config or credentials cannot be parsed. */
final class ConfigMalformed implements Cause {

  @Override
  public String id() {
    return "credentials/config-malformed";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception(
            "ConfigParseError",
            "ConfigNotFound",
            "MissingSectionHeaderError",
            "DuplicateSectionError",
            "DuplicateOptionError")
        || facts.raised("MissingSectionHeaderError"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the file "
                + facts.captured("path").orElse("~/.aws/config or credentials")
                + " cannot be parsed",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.setting(
                    "begin with a section; one setting a line; no comment behind a value",
                    "[default]\nregion = <region>"),
                Fix.command(
                    "see odd characters at its beginning",
                    "head -c 64 "
                        + facts.captured("path").map(Literal::shell).orElse("~/.aws/credentials")
                        + " | od -c | head -n 3")),
            Identity.who(facts, "it prints the identity")));
  }
}
