package awsleuth.iam.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The context keys of which AWS documents whether a request has them, by who makes it (IAM user
 * guide, "AWS global condition context keys", the availability of each key).
 */
public final class DocumentedKeys {

  /** The keys that follow from who makes a request alone. */
  private static final List<String> OF_PRINCIPAL =
      List.of(
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:PrincipalType",
          "aws:username",
          "aws:userid");

  private static final List<String> EVERY_REQUEST =
      List.of(
          "aws:SecureTransport",
          "aws:CurrentTime",
          "aws:EpochTime",
          "aws:RequestedRegion",
          "aws:ViaAWSService");

  /** What follows from the principal and the resource of every signed request. */
  private static final List<String> ALWAYS_DERIVED =
      List.of(
          "aws:PrincipalArn",
          "aws:PrincipalAccount",
          "aws:PrincipalType",
          "aws:PrincipalIsAWSService",
          "aws:userid",
          "aws:UserAgent",
          "aws:ResourceAccount");

  /** Only requests that a service principal makes itself have them. */
  private static final List<String> SERVICE_ONLY =
      List.of(
          "aws:PrincipalServiceName",
          "aws:PrincipalServiceNamesList",
          "aws:SourceArn",
          "aws:SourceAccount",
          "aws:SourceOrgID",
          "aws:SourceOrgPaths");

  /** Only requests of principals with an account can have them. */
  private static final List<String> ACCOUNT_ONLY =
      List.of(
          "aws:PrincipalOrgID",
          "aws:PrincipalOrgPaths",
          "aws:username",
          "aws:TokenIssueTime",
          "aws:MultiFactorAuthPresent",
          "aws:MultiFactorAuthAge",
          "aws:SourceIdentity",
          "aws:FederatedProvider");

  /** Only sessions of roles can have them. */
  private static final List<String> ROLE_ONLY =
      List.of(
          "aws:FederatedProvider",
          "aws:Ec2InstanceSourceVpc",
          "aws:Ec2InstanceSourcePrivateIPv4",
          "ec2:RoleDelivery",
          "ec2:SourceInstanceArn",
          "codebuild:BuildArn",
          "codebuild:ProjectArn",
          "lambda:SourceFunctionArn");

  /** Only requests through a VPC endpoint have them. */
  private static final List<String> ENDPOINT_ONLY =
      List.of(
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:SourceVpcArn",
          "aws:VpcSourceIp",
          "aws:VpceAccount",
          "aws:VpceOrgID",
          "aws:VpceOrgPaths");

  private DocumentedKeys() {}

  /** The keys that follow from who makes a request alone, as AWS spells them. */
  public static List<String> ofPrincipal() {
    return OF_PRINCIPAL;
  }

  /** Whether a key follows from who makes a request alone. */
  public static boolean isOfPrincipal(String key) {
    return OF_PRINCIPAL.stream().anyMatch(key::equalsIgnoreCase);
  }

  /** Whether only requests of principals with an account can have a key. */
  public static boolean isOfAccountsAlone(String key) {
    return ACCOUNT_ONLY.stream().anyMatch(key::equalsIgnoreCase);
  }

  /** A key that follows from who makes a request as AWS spells it; other keys as they are given. */
  public static String spelling(String key) {
    return OF_PRINCIPAL.stream().filter(key::equalsIgnoreCase).findFirst().orElse(key);
  }

  /** Whether every request has a key, so that none can be without it. */
  public static boolean isInEveryRequest(String key) {
    return EVERY_REQUEST.stream().anyMatch(key::equalsIgnoreCase)
        || ALWAYS_DERIVED.stream().anyMatch(key::equalsIgnoreCase);
  }

  /**
   * A context with another value of a key, and without what no request has beside that: an address
   * and the keys of a VPC endpoint exclude each other.
   */
  public static Context with(Context context, String key, ContextValue value) {
    Context changed = context.with(key, value);
    if (value instanceof ContextValue.Present && key.equalsIgnoreCase("aws:SourceIp")) {
      for (String other : ENDPOINT_ONLY) {
        changed = changed.with(other, ContextValue.ABSENT);
      }
    }
    boolean endpoint = ENDPOINT_ONLY.stream().anyMatch(key::equalsIgnoreCase);
    return value instanceof ContextValue.Present && endpoint
        ? changed.with("aws:SourceIp", ContextValue.ABSENT)
        : changed;
  }

  /** A context with what the documentation says of the keys that it leaves open. */
  public static Context complete(Context context, Principal principal) {
    if (context.rest() instanceof ContextValue.Absent) {
      return context;
    }
    Map<String, ContextValue> known = new HashMap<>();
    network(context, known);
    EVERY_REQUEST.forEach(key -> known.put(key, new ContextValue.Unknown(false)));
    switch (principal) {
      case Principal.Service service -> service(service, known);
      case Principal.Anonymous _, Principal.Provider _ -> {
        absent(ACCOUNT_ONLY, known);
        absent(ROLE_ONLY, known);
        absent(SERVICE_ONLY, known);
      }
      case Principal.User _, Principal.Root _, Principal.FederatedUser _ -> {
        signer(known);
        absent(ROLE_ONLY, known);
      }
      case Principal.RoleSession _ -> signer(known);
    }
    Context completed = context;
    for (Map.Entry<String, ContextValue> e : known.entrySet()) {
      if (context.get(e.getKey()) instanceof ContextValue.Unknown) {
        completed = completed.with(e.getKey(), e.getValue());
      }
    }
    return completed;
  }

  /** A request has an address or the keys of the VPC endpoint that it came through, never both. */
  private static void network(Context context, Map<String, ContextValue> known) {
    if (context.get("aws:SourceIp") instanceof ContextValue.Present) {
      absent(ENDPOINT_ONLY, known);
    }
    if (context.get("aws:SourceVpce") instanceof ContextValue.Present) {
      known.put("aws:SourceIp", ContextValue.ABSENT);
    }
  }

  private static void service(Principal.Service service, Map<String, ContextValue> known) {
    known.put("aws:PrincipalIsAWSService", ContextValue.Present.of("true"));
    known.put("aws:PrincipalServiceName", ContextValue.Present.of(service.text()));
    absent(ACCOUNT_ONLY, known);
    absent(ROLE_ONLY, known);
  }

  private static void signer(Map<String, ContextValue> known) {
    known.put("aws:PrincipalIsAWSService", ContextValue.Present.of("false"));
    absent(SERVICE_ONLY, known);
  }

  private static void absent(List<String> keys, Map<String, ContextValue> known) {
    keys.forEach(key -> known.put(key, ContextValue.ABSENT));
  }
}
