package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** The named profile is in neither file. */
final class ProfileNotFound implements Cause {

  @Override
  public String id() {
    return "credentials/profile-not-found";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("ProfileNotFound"))) {
      return Outcome.NOT_SEEN;
    }
    String name = facts.captured("profile").orElse("");
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("the profile is `" + name + "`"));
    for (ProfileSetting s : facts.settings()) {
      if (s.key().isEmpty() && s.section().equals(name) && s.profile().isEmpty()) {
        because.add(
            Facts.cite(
                "`[" + name + "]` in the config file is no profile without the word profile",
                s.source()));
      }
    }
    return Outcome.confirmed(
        new Finding(
            "there is no profile `" + facts.captured("profile").orElse("") + "`",
            Finding.Specificity.MESSAGE,
            because,
            List.of(
                Fix.command("see which profiles there are", "aws configure list-profiles"),
                Fix.setting(
                    "in ~/.aws/config the section has the word profile before the name",
                    "[profile "
                        + facts.captured("profile").map(Literal::setting).orElse("<profile>")
                        + "]\nregion = <region>"),
                Fix.command(
                    "or unset the variable that names it",
                    "unset AWS_PROFILE AWS_DEFAULT_PROFILE")),
            Identity.who(facts, "it prints the identity of the profile")));
  }
}
