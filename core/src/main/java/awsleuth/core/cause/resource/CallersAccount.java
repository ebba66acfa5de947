package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The account in which a call did not find a thing, as {@code get-caller-identity} told it.
 *
 * @param id its number
 * @param told where it is told
 */
record CallersAccount(String id, ProbeResult told) {

  private static final Pattern ROLE = Pattern.compile("arn:[^:]{1,20}:iam::(\\d{12}):role/.+");

  /** Empty where no answer tells it, or several do. */
  static Optional<CallersAccount> of(Facts facts) {
    List<ProbeResult> all =
        facts.given(ProbeResult.class).stream()
            .filter(p -> p.step().equals(ProbeResult.IDENTITY))
            .filter(p -> !p.facts().getOrDefault("account", "").isEmpty())
            .toList();
    return all.size() == 1
        ? Optional.of(
            new CallersAccount(all.getFirst().facts().getOrDefault("account", ""), all.getFirst()))
        : Optional.empty();
  }

  /** That the caller is of it. */
  Citation citation() {
    return new Citation("the caller is of account " + id, told.source());
  }

  /** That the caller is of it, by which profile, and that a list has no such thing. */
  List<Citation> cite(Facts facts) {
    List<Citation> cited = new ArrayList<>();
    cited.add(citation());
    facts
        .variable("AWS_PROFILE")
        .ifPresent(v -> cited.add(Facts.cite("AWS_PROFILE is `" + v.value() + "`", v.source())));
    list(facts).ifPresent(cited::add);
    return List.copyOf(cited);
  }

  /** A list of names of that kind, in which the name is not. */
  private static Optional<Citation> list(Facts facts) {
    Optional<String> name = facts.parameter("TableName");
    return name.flatMap(n ->
        facts.given(CliAnswer.class).stream()
            .filter(a -> a.fields().keySet().stream().anyMatch(k -> k.startsWith("TableNames.")))
            .filter(a -> !a.fields().containsValue(n))
            .map(a -> new Citation("a list of tables has no `" + n + "`", a.source()))
            .findFirst());
  }

  /** To call as the one profile of another account, where the files have one. */
  Optional<Fix> other(Facts facts) {
    Map<String, String> accounts = new TreeMap<>();
    for (ProfileSetting s : facts.settings()) {
      Matcher role = ROLE.matcher(s.value());
      if (s.key().equals("role_arn") && role.matches()) {
        accounts.put(s.profile(), role.group(1));
      } else if (s.key().equals("sso_account_id")) {
        accounts.put(s.profile(), s.value());
      }
    }
    accounts.values().removeIf(id::equals);
    return accounts.size() == 1
        ? accounts.entrySet().stream()
            .findFirst()
            .map(e ->
                Fix.command(
                    "call as profile `%s`, of account %s, if it is there"
                        .formatted(Literal.line(e.getKey()), Literal.line(e.getValue())),
                    "export AWS_PROFILE=" + Literal.shell(e.getKey())))
        : Optional.empty();
  }
}
