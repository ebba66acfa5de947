package awsleuth.core.evidence;

import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * An IAM policy document.
 *
 * @param type what the policy is attached to
 * @param name what the artifact calls it: PolicyName, an ARN, else the artifact's name
 * @param statements its statements in order
 * @param source where the document begins
 * @param policy the document as decisions are made with it, its statements in the same order; empty
 *     where it is so broken that nothing can be decided with it
 * @param unread what keeps it from being JSON, so that it has no statements here and what it says
 *     is not known; empty where it is JSON
 * @param holding who has it, where an export of the account tells
 * @param refused the first few faults for which AWS refuses such a document
 * @param bare whether neither its name nor what it stands in tells its type, which its statements
 *     alone leave open: identity-based policies, boundaries and service control policies are alike
 */
public record PolicyDocument(
    Type type,
    String name,
    List<Statement> statements,
    Source source,
    Optional<Policy> policy,
    Optional<Fault> unread,
    Optional<Holding> holding,
    List<Fault> refused,
    boolean bare)
    implements Evidence {

  /** A document that is JSON. */
  public PolicyDocument(
      Type type, String name, List<Statement> statements, Source source, Optional<Policy> policy) {
    this(
        type,
        name,
        statements,
        source,
        policy,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false);
  }

  /** A document that is no JSON. */
  public static PolicyDocument unread(Type type, String artifact, Fault fault) {
    Source source = new Source(artifact, fault.at().line());
    return new PolicyDocument(
        type,
        artifact,
        List.of(),
        source,
        Optional.empty(),
        Optional.of(fault),
        Optional.empty(),
        List.of(fault),
        false);
  }

  /** This document as decisions are made with it. */
  public PolicyDocument with(Optional<Policy> decidable) {
    return new PolicyDocument(
        type, name, statements, source, decidable, unread, holding, refused, bare);
  }

  /** This document with what AWS refuses in it. */
  public PolicyDocument with(List<Fault> faults) {
    return new PolicyDocument(
        type, name, statements, source, policy, unread, holding, List.copyOf(faults), bare);
  }

  /** This document as one of which nothing but its statements tells the type. */
  public PolicyDocument asBare() {
    return new PolicyDocument(
        type, name, statements, source, policy, unread, holding, refused, true);
  }

  /** This document as one of another type. */
  public PolicyDocument as(Type other) {
    return new PolicyDocument(
        other, name, statements, source, policy, unread, holding, refused, bare);
  }

  /** This document by another name. */
  public PolicyDocument named(String other) {
    return new PolicyDocument(
        type, other, statements, source, policy, unread, holding, refused, bare);
  }

  /** This document as one of those who have it. */
  public PolicyDocument with(Holding held) {
    return new PolicyDocument(
        type, name, statements, source, policy, unread, Optional.of(held), refused, bare);
  }

  /**
   * Who has a policy.
   *
   * @param owner the role or user, by ARN
   * @param group the group through which a user has it, {@code group/NAME}; empty where it is the
   *     owner's own
   * @param arn of the managed policy; empty where it is inline
   * @param count how many roles, users and groups have it by the export's own count; 0 where that
   *     is not said
   */
  public record Holding(String owner, String group, String arn, int count) {}

  /** The policy types of the IAM user guide. */
  public enum Type {
    IDENTITY,
    RESOURCE,
    BOUNDARY,
    SCP,
    RCP,
    SESSION,
    VPC_ENDPOINT,
    TRUST,
    /** Nothing tells what it is attached to. */
    UNKNOWN
  }

  /**
   * One statement.
   *
   * @param sid its Sid; empty where it has none
   * @param allow whether its Effect is Allow
   * @param actions Action; empty where NotAction is used
   * @param notActions NotAction
   * @param resources Resource; empty in a trust policy and where NotResource is used
   * @param notResources NotResource
   * @param principals Principal as {@code kind:value}, such as {@code AWS:arn:…}; {@code *} for
   *     everyone
   * @param conditions its conditions, one for each operator and key
   * @param source its first line
   */
  public record Statement(
      String sid,
      boolean allow,
      List<Element> actions,
      List<Element> notActions,
      List<Element> resources,
      List<Element> notResources,
      List<Element> principals,
      List<Condition> conditions,
      Source source) {}

  /** One value of an element, and where it stands. */
  public record Element(String value, Source source) {}

  /**
   * One condition.
   *
   * @param operator as written, such as {@code ForAnyValue:StringEquals}
   * @param key the condition key as written
   * @param wanted the values
   * @param source where the key stands
   */
  public record Condition(String operator, String key, List<String> wanted, Source source) {}
}
