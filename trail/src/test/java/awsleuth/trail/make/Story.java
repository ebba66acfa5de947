package awsleuth.trail.make;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events of one role that lists a bucket, and changes around it, told minute by minute. */
public final class Story {

  /** The account of the story. */
  public static final String ACCOUNT = "111122223333";

  /** The bucket that is listed. */
  public static final String BUCKET = "arn:aws:s3:::invoices-data";

  private static final long START = Instant.parse("2026-11-02T00:00:00Z").toEpochMilli();
  private static final String REGION = "us-east-1";
  private static final Caller ACTOR =
      Caller.role(ACCOUNT, "deploy", "release", "198.51.100.9", "aws-cli/2.31.0");

  private final List<Dated> events = new ArrayList<>();
  private String address = "198.51.100.7";

  /** From now on the role calls from another address. */
  public Story from(String other) {
    address = other;
    return this;
  }

  /** The role lists the bucket once a minute, from one minute to before another. */
  public Story lists(int from, int to) {
    return lists(from, to, "");
  }

  /**
   * Likewise, and is refused.
   *
   * @param why what follows {@code is not authorized to perform: s3:ListBucket on resource: …}
   */
  public Story lists(int from, int to, String why) {
    Caller role = Caller.role(ACCOUNT, "billing", "nightly", address, World.BOTO);
    Call call = MadeCalls.listObjects(ACCOUNT, REGION, "invoices-data", "in/");
    String start = Refusals.plain(role, "s3:ListBucket", BUCKET);
    Call made = why.isEmpty() ? call : call.failed("AccessDenied", start + why);
    for (int minute = from; minute < to; minute++) {
      add(minute, 30, role, made);
    }
    return this;
  }

  /**
   * The role gets an object of the bucket once a minute, from one minute to before another.
   *
   * @param why what follows {@code is not authorized to perform: s3:GetObject on resource: …};
   *     empty where it may
   */
  public Story gets(int from, int to, String key, String why) {
    Caller role = Caller.role(ACCOUNT, "billing", "nightly", address, World.BOTO);
    Call call = MadeCalls.getObject(ACCOUNT, REGION, "invoices-data", key);
    String start = Refusals.plain(role, "s3:GetObject", BUCKET + "/" + key);
    Call made = why.isEmpty() ? call : call.failed("AccessDenied", start + why);
    for (int minute = from; minute < to; minute++) {
      add(minute, 40, role, made);
    }
    return this;
  }

  /** Somebody makes a role. */
  public Story createRole(int minute, String role) {
    return add(minute, 0, ACTOR, MadeChanges.createRole(ACCOUNT, role, "{}"));
  }

  /** Somebody writes an inline policy of a role. */
  public Story putRolePolicy(int minute, String role, String policy, String document) {
    return add(minute, 0, ACTOR, MadeChanges.putRolePolicy(role, policy, document));
  }

  /** Somebody takes an inline policy from a role. */
  public Story deleteRolePolicy(int minute, String role, String policy) {
    return add(minute, 0, ACTOR, MadeChanges.deleteRolePolicy(role, policy));
  }

  /** Somebody gives a role a permissions boundary. */
  public Story putBoundary(int minute, String role, String arn) {
    return add(minute, 0, ACTOR, MadeChanges.putBoundary(role, arn));
  }

  /** Somebody takes a role's permissions boundary away. */
  public Story deleteBoundary(int minute, String role) {
    return add(minute, 0, ACTOR, MadeChanges.deleteBoundary(role));
  }

  /** Somebody takes a managed policy from a role. */
  public Story detach(int minute, String role, String arn) {
    return add(minute, 0, ACTOR, MadeChanges.detachRolePolicy(role, arn));
  }

  /** Somebody writes the bucket's policy. */
  public Story putBucketPolicy(int minute, String document) {
    return add(minute, 0, ACTOR, MadeChanges.putBucketPolicy("invoices-data", REGION, document));
  }

  /** Somebody takes the bucket's policy away. */
  public Story deleteBucketPolicy(int minute) {
    return add(minute, 0, ACTOR, MadeChanges.deleteBucketPolicy("invoices-data", REGION));
  }

  /** Somebody attaches a service control policy to the account, or detaches it. */
  public Story ofOrganisationPolicy(int minute, String name, String policy) {
    return ofOrganisationPolicy(minute, name, policy, ACCOUNT);
  }

  /** Likewise to a target: an account, an organizational unit or a root. */
  public Story ofOrganisationPolicy(int minute, String name, String policy, String target) {
    return add(minute, 0, ACTOR, MadeChanges.ofOrganisationPolicy(name, policy, target));
  }

  /** Somebody moves an account into another organizational unit. */
  public Story moveAccount(int minute, String account) {
    Json.Part named =
        Json.object("accountId", account, "sourceParentId", "r-1", "destinationParentId", "ou-1");
    return add(minute, 0, ACTOR, Call.write("organizations", "MoveAccount", named, Json.NULL));
  }

  /** Somebody writes a service control policy. */
  public Story updateOrganisationPolicy(int minute, String policy, String document) {
    return add(minute, 0, ACTOR, MadeChanges.updateOrganisationPolicy(policy, document));
  }

  /** Somebody gives a role a managed policy. */
  public Story attach(int minute, String role, String arn) {
    return add(minute, 0, ACTOR, MadeChanges.attachRolePolicy(role, arn));
  }

  /** Somebody writes a version of a managed policy, which becomes the default. */
  public Story createPolicyVersion(int minute, String arn, String document, int version) {
    return add(minute, 0, ACTOR, MadeChanges.createPolicyVersion(arn, document, version));
  }

  /** Somebody sends what leaves a subnet another way. */
  public Story replaceRoute(int minute) {
    Json.Part named = Json.object("routeTableId", "rtb-1", "natGatewayId", "nat-2");
    return add(minute, 0, ACTOR, Call.write("ec2", "ReplaceRoute", named, Json.NULL));
  }

  /** Somebody gives a role tags. */
  public Story tagRole(int minute, String role) {
    return add(minute, 0, ACTOR, MadeChanges.tagRole(role, "owner", "operations"));
  }

  private Story add(int minute, int second, Caller by, Call call) {
    long time = START + (minute * 60L + second) * 1000;
    String id = Dice.of(events.size(), "story").uuid();
    events.add(new Dated(time, ACCOUNT, REGION, by, call, id));
    return this;
  }

  /** All of it, to be asked. */
  public MadeEvents told() {
    return new MadeEvents(events.stream().sorted(Dated.ORDER).toList());
  }

  /** A policy of one statement. */
  public static String policy(String effect, String principal, String action, String condition) {
    return Documents.of(
        Documents.statement(
            "Only", effect, principal, List.of(action), List.of(BUCKET, BUCKET + "/*"), condition));
  }

  /** A policy of one statement about some objects of the bucket. */
  public static String ofObjects(String effect, String principal, String keys) {
    return Documents.of(
        Documents.statement(
            "Some", effect, principal, List.of("s3:GetObject"), List.of(BUCKET + "/" + keys), ""));
  }

  /** A condition of a statement. */
  public static String when(String operator, String key, String value) {
    return Documents.when(operator, key, value);
  }
}
