package awsleuth.trail.incident;

import awsleuth.trail.change.Change;
import awsleuth.trail.change.Thing;
import java.util.Optional;
import java.util.Set;

/**
 * How near what was changed is to a call, by its kind; where an event does not tell whether the
 * call depends on it, that is said to be a maybe, not taken for a no.
 *
 * @param call the call
 * @param groups IAM groups that the caller is known to be or have been in
 */
record Nearness(Refused call, Set<String> groups) {

  /** What names a resource ends with. */
  private static final String ENDS = "/:";

  /** Empty where the call surely does not depend on it. */
  Optional<Touch> of(Change change) {
    Thing thing = change.thing();
    if (thing.name().isEmpty() || !isThere(thing)) {
      return Optional.empty();
    }
    return switch (thing.kind()) {
      case "bucket" -> resource(isBucket(thing.name()));
      case "key" ->
          resource(isKey(thing.name()) || new KeyAlias(change).isNamedBy(call))
              .or(() -> maybe(new ThroughKms(call).isOf(change)));
      case "account" -> account(change);
      case "function" ->
          resource(
              (isNamed(thing) || isCalled(change))
                  && (isWhole(change) || isQualified(change.part())));
      case "queue", "table", "secret", "repository", "domain" ->
          resource(isNamed(thing) || isCalled(change));
      case "topic" -> resource(call.resource().equals(thing.name()) || isCalled(change));
      case "function alias" -> resource(isCalled(change) && isQualified(change.part()));
      case "region" -> resource(isRegion(thing));
      case "resource share" -> maybe(isOthers() || new Stated(call).isRefusing(change));
      case "group" -> group(thing);
      case "permission set" -> maybe(principal().contains("/AWSReservedSSO_"));
      case "access point" -> accessPoint(thing);
      case "provider" -> provider(thing.name());
      case "catalog" -> serves("glue") ? owned(thing) : Optional.empty();
      case "file system" -> calledOr(change, serves("elasticfilesystem"));
      case "log policy", "destination" -> maybe(serves("logs"));
      case "event bus" -> calledOr(change, serves("events"));
      case "stream" -> calledOr(change, serves("kinesis") && change.topic().type().isPresent());
      case "vault" -> calledOr(change, serves("backup"));
      case "data lake" -> dataLake(thing.name());
      case "quota" -> quota(change);
      case "usage plan" -> maybe(serves("apigateway") || serves("execute-api"));
      // Of roles, users and managed policies the caller tells; what follows has no such rule.
      case "role", "user", "policy", "endpoint", "organisation policy" -> Optional.empty();
      default -> resource(isCalled(change));
    };
  }

  /** Whether it is where the call goes; quotas of S3 are asked for in one Region for all. */
  private boolean isThere(Thing thing) {
    return call.isIn(thing.region()) || (thing.kind().equals("quota") && serves("s3"));
  }

  private boolean isCalled(Change change) {
    return new Named(call).is(change);
  }

  /** Whether it changed all of a function, and not one version alone. */
  private static boolean isWhole(Change change) {
    return !change.event().name().startsWith("DeleteFunction") || change.part().isEmpty();
  }

  /** Whether a call names a function by an alias or version: beside its name, or behind it. */
  private boolean isQualified(String alias) {
    String function = call.event().field("requestParameters.functionName");
    return call.event().field("requestParameters.qualifier").equals(alias)
        || function.endsWith(":" + alias)
        || call.resource().endsWith(":" + alias);
  }

  private boolean isRegion(Thing region) {
    return call.sampled().event().region().equals(region.name())
        && region.account().equals(call.sampled().event().account());
  }

  /** Whether what is called is of another account than the caller. */
  private boolean isOthers() {
    String owner = Touches.account(call.resource());
    return !owner.isEmpty() && !owner.equals(Touches.account(principal()));
  }

  private static Optional<Touch> resource(boolean is) {
    return is ? Optional.of(Touch.RESOURCE) : Optional.empty();
  }

  private Optional<Touch> calledOr(Change change, boolean maybe) {
    return isCalled(change) ? Optional.of(Touch.RESOURCE) : maybe(maybe);
  }

  private static Optional<Touch> maybe(boolean is) {
    return is ? Optional.of(Touch.MAYBE) : Optional.empty();
  }

  private String principal() {
    return call.caller();
  }

  private boolean serves(String service) {
    return call.sampled().event().service().equals(service);
  }

  /**
   * A setting of an account for a service; that of S3 holds for all that call its buckets. Whose a
   * bucket is that two accounts are told of, the caller's event may not tell.
   */
  private Optional<Touch> account(Change change) {
    if (!serves(change.event().service())) {
      return Optional.empty();
    }
    String account = change.thing().account();
    boolean own = account.equals(Touches.account(principal()));
    boolean shared = !call.sampled().event().sharedId().isEmpty();
    return own || account.equals(call.account())
        ? Optional.of(Touch.RESOURCE)
        : maybe(shared && call.owner().isEmpty());
  }

  /** Roles are in no group ("IAM user groups", IAM user guide). */
  private Optional<Touch> group(Thing group) {
    boolean user =
        principal().contains(":user/") && group.account().equals(Touches.account(principal()));
    return user && groups.contains(group.name()) ? Optional.of(Touch.PRINCIPAL) : maybe(user);
  }

  /** A call that came through an access point names it, or the host has its name. */
  private Optional<Touch> accessPoint(Thing point) {
    String arn = ":" + point.account() + ":accesspoint/" + point.name();
    String host = call.event().field("requestParameters.Host");
    boolean told =
        isAt(call.resource(), arn)
            || isAt(call.event().field("requestParameters.bucketName"), arn)
            || isAt(call.event().field("resources.0.ARN"), arn)
            || isAt(call.event().field("resources.1.ARN"), arn)
            || host.startsWith(point.name() + "-" + point.account() + ".");
    return told ? Optional.of(Touch.RESOURCE) : maybe(serves("s3"));
  }

  private Optional<Touch> provider(String arn) {
    String name = call.sampled().event().name();
    boolean told =
        arn.equals(call.event().field("requestParameters.principalArn"))
            || arn.equals(call.event().field("userIdentity.identityProvider"));
    return told
        ? Optional.of(Touch.RESOURCE)
        : maybe(name.equals("AssumeRoleWithWebIdentity") || name.equals("AssumeRoleWithSAML"));
  }

  /** What is whole in an account: near where the resource is that account's, or not known. */
  private Optional<Touch> owned(Thing thing) {
    String owner = Touches.account(call.resource());
    return owner.isEmpty() ? Optional.of(Touch.MAYBE) : resource(owner.equals(thing.account()));
  }

  private Optional<Touch> dataLake(String grantee) {
    boolean lake = serves("glue") || serves("lakeformation") || serves("athena");
    if (lake && grantee.equals(principal())) {
      return Optional.of(Touch.PRINCIPAL);
    }
    boolean other = grantee.contains(":role/") || grantee.contains(":user/");
    return maybe(lake && !other);
  }

  /** Codes of services in quotas are not always those in events; the caller's quota may count. */
  private Optional<Touch> quota(Change change) {
    String account = change.thing().account();
    boolean same =
        account.equals(call.sampled().event().account()) || account.equals(call.account());
    return serves(change.part()) ? resource(same) : maybe(same);
  }

  private boolean isBucket(String name) {
    return name.equals(call.event().field("requestParameters.bucketName"))
        || isAt(call.resource(), ":s3:::" + name);
  }

  private boolean isKey(String id) {
    String key = ":key/" + id;
    return call.event().field("requestParameters.keyId").equals(id)
        || isAt(call.event().field("requestParameters.keyId"), key)
        || isAt(call.resource(), key)
        || isAt(call.event().field("resources.0.ARN"), key)
        || call.event().field("errorMessage").contains(key);
  }

  /** A resource of the same name. */
  private boolean isNamed(Thing thing) {
    String arn = call.resource();
    if (thing.kind().equals("secret")) {
      return isSecret(thing);
    }
    if (!thing.account().equals(Touches.account(arn))) {
      return false;
    }
    return switch (thing.kind()) {
      case "table" -> isAt(arn, ":table/" + thing.name());
      case "function" -> isAt(arn, ":function:" + thing.name());
      case "repository" -> arn.endsWith(":repository/" + thing.name());
      case "domain" -> isAt(arn, ":domain/" + thing.name());
      default -> last(arn).equals(thing.name());
    };
  }

  /** By the name or the ARN that it was called by, else by the ARN that AWS tells. */
  private boolean isSecret(Thing thing) {
    String id = call.event().field("requestParameters.secretId");
    String told = id.isEmpty() ? call.resource() : id;
    boolean same =
        Thing.secret(told).equals(thing.name()) || told.endsWith(":secret:" + thing.name());
    return same && thing.account().equals(call.account());
  }

  private static String last(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
  }

  /** Whether a part of an ARN stands in it whole. */
  static boolean isAt(String arn, String part) {
    int at = arn.indexOf(part);
    int end = at + part.length();
    return at >= 0 && (end == arn.length() || ENDS.indexOf(arn.charAt(end)) >= 0);
  }
}
