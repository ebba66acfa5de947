package awsleuth.core.cause.permissions;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.evidence.TagSet;
import awsleuth.core.fact.Facts;
import awsleuth.iam.match.Glob;
import awsleuth.iam.request.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tags of caller and resource, which a request has as context keys (IAM user guide, "AWS global
 * condition context keys", aws:PrincipalTag and aws:ResourceTag). They are those of the time when
 * they were asked for.
 *
 * @param caller the caller's; empty where the evidence does not tell them, or where a session may
 *     have others than its role
 * @param role those of the role whose session may have others
 * @param resource the resource's; empty where the evidence does not tell them
 * @param session the tags that the caller's session was given, which go before its role's
 * @param action the action, which tells whether a request has the resource's tags
 */
record KnownTags(
    Optional<TagSet> caller,
    Optional<TagSet> role,
    Optional<TagSet> resource,
    SessionTags session,
    Optional<IamAction> action) {

  private static final String CALLER = "aws:principaltag/";
  private static final String RESOURCE = ":resourcetag/";
  private static final String TAG_SESSION = "sts:tagsession";

  static KnownTags of(Facts facts) {
    return facts.once(KnownTags.class, KnownTags::find);
  }

  private static KnownTags find(Facts facts) {
    Access access = Access.of(facts);
    String caller = access.principal();
    String resource = access.resource();
    List<TagSet> all = facts.given(TagSet.class);
    SessionTags session = SessionTags.of(facts);
    Optional<TagSet> own = one(all, t -> !caller.isEmpty() && Principals.isSame(t.thing(), caller));
    boolean sure =
        !caller.contains(":assumed-role/")
            || session.whole()
            || own.filter(t -> takesNone(facts, t)).isPresent();
    return new KnownTags(
        own.filter(_ -> sure),
        own.filter(_ -> !sure),
        one(all, t -> isOf(t, resource)),
        session,
        IamCatalog.embedded().action(access.action()));
  }

  /** Those of one thing; where several answers that tell any differ, none is known. */
  private static Optional<TagSet> one(List<TagSet> all, Predicate<TagSet> wanted) {
    List<TagSet> fitting =
        all.stream().filter(wanted).filter(t -> t.whole() || !t.tags().isEmpty()).toList();
    boolean same = fitting.stream().map(TagSet::tags).distinct().count() == 1;
    return same ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private static boolean isOf(TagSet tags, String resource) {
    return !resource.isEmpty()
        && (tags.thing().equals(resource)
            || (tags.thing().indexOf(':') < 0
                && resource.startsWith("arn:")
                && resource.endsWith("/" + tags.thing())));
  }

  /**
   * Whether no session of a role can be given tags of its own, which would go before the role's:
   * its trust policy has to allow that (IAM user guide, "Pass session tags in AWS STS").
   */
  private static boolean takesNone(Facts facts, TagSet tags) {
    String owner = Principals.owner(tags.thing());
    String account = Principals.account(tags.thing());
    List<PolicyDocument> trust =
        facts.policies(PolicyDocument.Type.TRUST).stream()
            .filter(p -> PolicyAccounts.owner(p).equals(owner))
            .filter(p -> !PolicyAccounts.areTwo(PolicyAccounts.of(p), account))
            .toList();
    return !trust.isEmpty()
        && trust.stream().flatMap(p -> p.statements().stream()).noneMatch(KnownTags::mayTag);
  }

  private static boolean mayTag(Statement statement) {
    return statement.allow()
        && (!statement.notActions().isEmpty()
            || statement.actions().stream()
                .map(Element::value)
                .anyMatch(a -> Glob.of(a.toLowerCase(Locale.ROOT)).matches(TAG_SESSION)));
  }

  /** What the tags tell of a key; empty where that is nothing. */
  Optional<ContextValue> value(String key) {
    String plain = key.toLowerCase(Locale.ROOT);
    int at = plain.indexOf(RESOURCE);
    if (plain.startsWith(CALLER)) {
      String tag = key.substring(CALLER.length());
      return session.value(tag).or(() -> caller.flatMap(t -> told(t, tag)));
    }
    return at > 0 && action.isPresent() && has(key)
        ? resource.flatMap(t -> told(t, key.substring(at + RESOURCE.length())))
        : Optional.empty();
  }

  /**
   * What the role's tags tell of a key of the caller, which its session has too, unless it was
   * given a tag of that key itself: whether it was is not known.
   */
  Optional<ContextValue> ofRole(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith(CALLER) && value(key).isEmpty()
        ? role.flatMap(t -> told(t, key.substring(CALLER.length())))
            .map(v ->
                new ContextValue(
                    v.value(),
                    v.why() + "; one that its session was given goes before it",
                    v.source()))
        : Optional.empty();
  }

  private boolean has(String key) {
    return action.filter(a -> IamCatalog.embedded().conditionKeys().canHave(a, key)).isPresent();
  }

  private static Optional<ContextValue> told(TagSet tags, String key) {
    Optional<Map.Entry<String, String>> found =
        tags.tags().entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(key)).findFirst();
    String whose = "`" + tags.thing() + "` has ";
    if (found.isEmpty()) {
      return tags.whole()
          ? Optional.of(
              new ContextValue(Optional.empty(), whose + "no tag `" + key + "`", tags.source()))
          : Optional.empty();
    }
    String value = found.get().getValue();
    String shown = whose + "the tag `" + found.get().getKey() + "` = `" + value + "`";
    return Optional.of(new ContextValue(Optional.of(value), shown, tags.source()));
  }

  /** The callers' tags that variables in values stand for, as far as they are known. */
  List<ContextValue> inVariables(List<String> values) {
    return values.stream().flatMap(v -> variable(v).stream()).distinct().toList();
  }

  /** A wanted value, of a variable for a caller's tag the tag's; empty where that is not known. */
  Optional<String> resolved(String wanted) {
    return wanted.contains("${")
        ? variable(wanted).flatMap(ContextValue::value)
        : Optional.of(wanted);
  }

  /** Of a value that is a variable for a tag of the caller and nothing else. */
  private Optional<ContextValue> variable(String value) {
    boolean tag = value.toLowerCase(Locale.ROOT).startsWith("${" + CALLER) && value.endsWith("}");
    return tag ? value(value.substring(2, value.length() - 1)) : Optional.empty();
  }

  /** Whether it is on a tag that is known that a statement has a condition. */
  boolean decide(Statement statement) {
    return statement.conditions().stream().anyMatch(c -> value(c.key()).isPresent());
  }

  /**
   * A context with the tags under the keys that it leaves open, those that policies ask for too.
   */
  Context in(Context told, Stream<String> asked) {
    Context context = told;
    for (String key : Stream.concat(keys(), asked).distinct().toList()) {
      Optional<ContextValue> value = value(key);
      if (value.isPresent()
          && context.get(key) instanceof awsleuth.iam.request.ContextValue.Unknown) {
        context = context.with(key, value.get().request());
      }
    }
    return context;
  }

  private Stream<String> keys() {
    String prefix = action.map(IamAction::prefix).orElse("");
    Stream<String> callers =
        Stream.concat(
            session.tags().values().stream().map(SessionTags.Tag::key),
            caller.stream().flatMap(t -> t.tags().keySet().stream()));
    List<String> resources = resource.stream().flatMap(t -> t.tags().keySet().stream()).toList();
    return Stream.concat(
        callers.map(tag -> "aws:PrincipalTag/" + tag),
        Stream.of("aws", prefix)
            .flatMap(p -> resources.stream().map(tag -> p + ":ResourceTag/" + tag)));
  }
}
