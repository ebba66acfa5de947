package awsleuth.collect.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The trust policy of the role that somebody was not let assume.
 *
 * @param role its ARN in parts
 */
record TargetRole(Arn role) implements LiveQuestion {

  /** Empty where a refused action assumes no role. */
  static Optional<TargetRole> of(String action, String resource) {
    return Arn.of(resource)
        .filter(_ -> action.toLowerCase(Locale.ROOT).startsWith("sts:assumerole"))
        .filter(r -> r.service().equals("iam") && r.resource().startsWith("role/"))
        .map(TargetRole::new);
  }

  @Override
  public String what() {
    return "the trust policy of role " + role.name();
  }

  @Override
  public List<String> permissions() {
    return List.of("iam:GetRole");
  }

  @Override
  public void ask(Asking asking) {
    if (!role.account().equals(asking.account())) {
      asking.leaveOpen(
          what(),
          asking.account().isEmpty()
              ? "of which account the credentials are that ask is not known"
              : "the credentials that ask are of another account, " + asking.account());
      return;
    }
    asking
        .call(what(), "iam", "GetRole", Map.of("RoleName", role.name()))
        .flatMap(d -> d.at("Role"))
        .filter(d -> !d.textAt("AssumeRolePolicyDocument").isEmpty())
        .ifPresentOrElse(
            d ->
                asking.keep(
                    "trust-policy-" + Texts.plain(role.name()) + ".json",
                    Texts.policy(
                        Map.of("RoleName", role.name(), "Arn", d.textAt("Arn")),
                        "AssumeRolePolicyDocument",
                        d.textAt("AssumeRolePolicyDocument"))),
            () -> {
              if (!asking.isOpen(what())) {
                asking.leaveOpen(what(), "there is no such role");
              }
            });
  }
}
