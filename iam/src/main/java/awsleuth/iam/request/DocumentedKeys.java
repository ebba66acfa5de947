package awsleuth.iam.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The context keys of which AWS documents whether a request has them, by who makes it (IAM user
 * guide, "AWS global condition context keys", the availability of each key).
 */
public final class DocumentedKeys {

  private static final List<String> EVERY_REQUEST =
      List.of(
          "aws:SecureTransport",
          "aws:CurrentTime",
          "aws:EpochTime",
          "aws:RequestedRegion",
          "aws:ViaAWSService");

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

  private DocumentedKeys() {}

  /** A context with what the documentation says of the keys that it leaves open. */
  public static Context complete(Context context, Principal principal) {
    if (context.rest() instanceof ContextValue.Absent) {
      return context;
    }
    Map<String, ContextValue> known = new HashMap<>();
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
