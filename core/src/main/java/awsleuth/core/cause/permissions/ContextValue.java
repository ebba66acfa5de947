package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.EventRequest;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a condition key in the failed call, as far as the evidence shows it (IAM user guide,
 * "AWS global condition context keys").
 *
 * @param value the value; empty where the request has no such key
 * @param why what shows it, in words
 * @param source where it is shown
 */
record ContextValue(Optional<String> value, String why, Source source) {

  private static final String CALLER = "aws:PrincipalArn";
  private static final String OWNER = "aws:ResourceAccount";
  private static final String CALLERS_ACCOUNT = "aws:PrincipalAccount";

  /** What the evidence shows; empty where it does not tell whether the key is there. */
  static Optional<ContextValue> of(Facts facts, String key) {
    String plain = key.toLowerCase(Locale.ROOT);
    if (plain.equals("sts:externalid")) {
      Optional<ContextValue> configured = externalId(facts);
      if (configured.isPresent()) {
        return configured;
      }
    }
    Optional<ContextValue> told =
        facts
            .event()
            .flatMap(e -> ofEvent(facts, e, key))
            .or(() -> ofDetail(facts, plain))
            .or(() -> KnownTags.of(facts).value(key));
    told = told.or(() -> ToldKeys.of(facts).value(key));
    if (key.equalsIgnoreCase(CALLER)) {
      return told.or(() -> caller(facts));
    }
    if (key.equalsIgnoreCase(LoggedTime.KEY)) {
      return told.or(() -> LoggedTime.value(facts));
    }
    if (key.equalsIgnoreCase(PassedTo.KEY)) {
      return told.or(() -> passedTo(facts));
    }
    if (key.equalsIgnoreCase(RequestedRegion.KEY)) {
      return told.or(() -> RequestedRegion.of(facts));
    }
    if (key.equalsIgnoreCase(OWNER)) {
      return told.or(() -> account(facts, Access.of(facts).resource(), "the refused resource"));
    }
    if (key.equalsIgnoreCase(CALLERS_ACCOUNT)) {
      return told.or(() -> account(facts, Access.of(facts).principal(), "the caller"));
    }
    if (plain.startsWith(RequestChange.TAG)) {
      return told.or(() -> untagged(facts, key.substring(RequestChange.TAG.length())));
    }
    return key.equalsIgnoreCase(PlainHttp.KEY) ? told.or(() -> PlainHttp.of(facts)) : told;
  }

  /** What shows it. */
  Citation cite() {
    return new Citation(why, source);
  }

  /** The value as requests have it. */
  awsleuth.iam.request.ContextValue request() {
    return value.isPresent()
        ? awsleuth.iam.request.ContextValue.Present.of(value.get())
        : awsleuth.iam.request.ContextValue.ABSENT;
  }

  /** The ARN of a user, or of a session's role where its path is known. */
  private static Optional<ContextValue> caller(Facts facts) {
    Access access = Access.of(facts);
    Optional<String> arn =
        access.principal().contains(":user/") ? Optional.of(access.principal()) : RoleArn.of(facts);
    return arn.map(a ->
        new ContextValue(
            Optional.of(a), "the caller's `" + CALLER + "` is `" + a + "`", access.source()));
  }

  /** The account of an ARN that has one. */
  private static Optional<ContextValue> account(Facts facts, String arn, String whose) {
    return Optional.of(Principals.account(arn))
        .filter(Principals::isAccount)
        .map(account ->
            new ContextValue(
                Optional.of(account),
                whose + " is of account `" + account + "`",
                Access.of(facts).source()));
  }

  /** That a request which carries tags carries none of that name. */
  private static Optional<ContextValue> untagged(Facts facts, String tag) {
    return of(facts, "aws:TagKeys")
        .map(tags ->
            new ContextValue(
                Optional.empty(),
                tags.value()
                    .map(keys -> "the request has no tag `" + tag + "`, only `" + keys + "`")
                    .orElse(tags.why()),
                tags.source()));
  }

  private static Optional<ContextValue> passedTo(Facts facts) {
    return PassedTo.surely(facts)
        .map(to ->
            new ContextValue(
                Optional.of(to),
                "`" + facts.call().operation() + "` passes the role to `" + to + "`",
                facts.call().source()));
  }

  /** The external id that the profile for the role has; empty where no profile names the role. */
  static Optional<ContextValue> externalId(Facts facts) {
    String role = Access.of(facts).resource();
    List<ProfileSetting> settings = facts.settings();
    for (ProfileSetting arn : settings) {
      if (arn.key().equals("role_arn") && arn.value().equals(role) && !role.isEmpty()) {
        for (ProfileSetting s : settings) {
          if (s.section().equals(arn.section()) && s.key().equals("external_id")) {
            return Optional.of(
                new ContextValue(
                    Optional.of(s.value()),
                    "`external_id` of [" + s.section() + "] is `" + s.value() + "`",
                    s.source()));
          }
        }
        return Optional.of(
            new ContextValue(
                Optional.empty(), "[" + arn.section() + "] has no `external_id`", arn.source()));
      }
    }
    return Optional.empty();
  }

  /** What AWS kept of the decision. */
  private static Optional<ContextValue> ofDetail(Facts facts, String key) {
    return facts.detail().stream()
        .flatMap(d -> d.context().entrySet().stream())
        .filter(e -> e.getKey().equalsIgnoreCase(key))
        .findFirst()
        .map(e -> {
          String values = String.join(", ", e.getValue().values());
          return new ContextValue(
              Optional.of(values),
              "AWS decided with `" + e.getKey() + "` = `" + values + "`",
              e.getValue().source());
        });
  }

  private static Optional<ContextValue> ofEvent(Facts facts, TrailEvent event, String key) {
    EventRequest request = EventRequest.of(event, facts.catalog());
    Origin origin = request.origins().get(key.toLowerCase(Locale.ROOT));
    String why = origin == null ? "" : origin.why();
    Source source = origin == null ? event.source() : origin.source();
    return switch (request.context().get(key)) {
      case awsleuth.iam.request.ContextValue.Present p when p.values().size() == 1 ->
          Optional.of(
              new ContextValue(
                  Optional.of(p.values().getFirst()),
                  why + (why.endsWith("tags") ? " have `" : " is `") + p.values().getFirst() + "`",
                  source));
      case awsleuth.iam.request.ContextValue.Present p ->
          Optional.of(
              new ContextValue(
                  Optional.of(String.join(", ", p.values())),
                  why + " are `" + String.join("`, `", p.values()) + "`",
                  source));
      case awsleuth.iam.request.ContextValue.Absent _ ->
          Optional.of(new ContextValue(Optional.empty(), why, source));
      case awsleuth.iam.request.ContextValue.Unknown _ -> Optional.empty();
    };
  }
}
