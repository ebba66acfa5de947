package awsleuth.iam;

import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All policies that apply to a request. A list is empty where no such policy is attached.
 *
 * @param identity of the user with its groups, or of the role
 * @param resource of the resource, or the trust policy of a role; one at the most in AWS
 * @param boundary the permissions boundary of the user or role; one at the most
 * @param session policies passed when the session was made; together they are one
 * @param scps the levels of the principal's organization from the root to its account; empty where
 *     no service control policies apply
 * @param rcps the levels of the resource's organization; AWS's own RCPFullAWSAccess, which is
 *     attached to each, is left out
 * @param endpoint of the VPC endpoint that the request comes through
 * @param settings what else decides
 */
public record PolicySet(
    List<Policy> identity,
    List<Policy> resource,
    List<Policy> boundary,
    List<Policy> session,
    List<Level> scps,
    List<Level> rcps,
    List<Policy> endpoint,
    Settings settings) {

  /** No policies at all. */
  public static final PolicySet NONE =
      new PolicySet(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Settings.NONE);

  /**
   * One level of an organization: its root, an organizational unit or an account.
   *
   * @param id what to call it
   * @param policies attached to it
   */
  public record Level(String id, List<Policy> policies) {

    /** The id of a level that stands for policies of which nothing tells the level. */
    public static final String UNTOLD = "organization";
  }

  /**
   * What decides beside policies.
   *
   * @param serviceLinkedRole whether the principal is a service-linked role, which no SCP or RCP
   *     limits
   * @param managementAccount whether the principal is in the organization's management account,
   *     which no SCP limits
   * @param blockPublicAccess whether S3 Block Public Access restricts public buckets
   *     (RestrictPublicBuckets)
   * @param notGiven what may well be attached although the set has none of it, so that no answer is
   *     made from its absence; empty where the set is complete
   */
  public record Settings(
      boolean serviceLinkedRole,
      boolean managementAccount,
      boolean blockPublicAccess,
      Set<NotGiven> notGiven) {

    /** Nothing else, and no policies but those of the set. */
    public static final Settings NONE = new Settings(false, false, false, Set.of());

    boolean isNone() {
      return !serviceLinkedRole && !managementAccount && !blockPublicAccess && notGiven.isEmpty();
    }
  }

  /** What AWS looks at and nobody has given. */
  public enum NotGiven {
    /** The identity-based policies of the principal. */
    IDENTITY("identityPolicies", "identity-based policies of the principal"),
    /**
     * The resource's own policy, which counts as not given only where a request cannot be allowed
     * without one or its owner decides alone: KMS keys, roles, other accounts' resources.
     */
    RESOURCE("resourcePolicy", "resource's own policy"),
    /** The session policy of a federated user, who can do nothing of its own without one. */
    SESSION("sessionPolicy", "session policy of the federated user"),
    /** The access control list of an S3 bucket whose Object Ownership leaves it in force. */
    BUCKET_ACL("bucketAcl", "access control list of the bucket"),
    /** The access control list of an object in such a bucket. */
    OBJECT_ACL("objectAcl", "access control list of the object");

    private final String field;
    private final String words;

    NotGiven(String field, String words) {
      this.field = field;
      this.words = words;
    }

    /** Its name in JSON. */
    public String field() {
      return field;
    }

    /** What it is, in a sentence after "the". */
    public String words() {
      return words;
    }
  }

  /**
   * All policies, those of the widest reach first: the organization's, the endpoint's, the
   * resource's, the principal's own, which new ones join. Two sets whose policies stand at the same
   * places have them at the same places here.
   */
  public List<Policy> all() {
    return Stream.of(
            rcps.stream().flatMap(l -> l.policies().stream()),
            scps.stream().flatMap(l -> l.policies().stream()),
            endpoint.stream(),
            resource.stream(),
            boundary.stream(),
            session.stream(),
            identity.stream())
        .flatMap(s -> s)
        .toList();
  }

  /** Whether it has no policy, and nothing else that decides. */
  public boolean isEmpty() {
    return identity.isEmpty()
        && resource.isEmpty()
        && boundary.isEmpty()
        && session.isEmpty()
        && scps.isEmpty()
        && rcps.isEmpty()
        && endpoint.isEmpty()
        && settings.isNone();
  }

  /** With these identity-based policies. */
  public PolicySet withIdentity(List<Policy> policies) {
    return new PolicySet(
        List.copyOf(policies), resource, boundary, session, scps, rcps, endpoint, settings);
  }

  /** With these resource-based policies. */
  public PolicySet withResource(List<Policy> policies) {
    return new PolicySet(
        identity, List.copyOf(policies), boundary, session, scps, rcps, endpoint, settings);
  }

  /** With this permissions boundary. */
  public PolicySet withBoundary(List<Policy> policies) {
    return new PolicySet(
        identity, resource, List.copyOf(policies), session, scps, rcps, endpoint, settings);
  }

  /** With these session policies. */
  public PolicySet withSession(List<Policy> policies) {
    return new PolicySet(
        identity, resource, boundary, List.copyOf(policies), scps, rcps, endpoint, settings);
  }

  /** With these levels of service control policies. */
  public PolicySet withScps(List<Level> levels) {
    return new PolicySet(
        identity, resource, boundary, session, List.copyOf(levels), rcps, endpoint, settings);
  }

  /** With these levels of resource control policies. */
  public PolicySet withRcps(List<Level> levels) {
    return new PolicySet(
        identity, resource, boundary, session, scps, List.copyOf(levels), endpoint, settings);
  }

  /** With these VPC endpoint policies. */
  public PolicySet withEndpoint(List<Policy> policies) {
    return new PolicySet(
        identity, resource, boundary, session, scps, rcps, List.copyOf(policies), settings);
  }

  /** With these settings. */
  public PolicySet with(Settings other) {
    return new PolicySet(identity, resource, boundary, session, scps, rcps, endpoint, other);
  }
}
