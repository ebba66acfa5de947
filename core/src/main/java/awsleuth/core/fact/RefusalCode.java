package awsleuth.core.fact;

import awsleuth.core.evidence.FailedCall;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which error codes are of a refusal. CloudTrail keeps the code that the caller got, so that of a
 * call and an event one of which is a refusal and the other not they are two failures.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">
 *     Troubleshoot access denied error messages</a>
 */
public final class RefusalCode {

  /**
   * What the codes have in their names. {@code authorization} and {@code permission} alone are no
   * such words: {@code AuthorizationNotFound} of RDS, {@code InvalidPermission.Duplicate} of EC2
   * and {@code AuthorizationHeaderMalformed} of S3 refuse nobody.
   */
  private static final List<String> PARTS =
      List.of(
          "accessdenied",
          "unauthorized",
          "notauthorized",
          "forbidden",
          "noauthorization",
          "authorizationerror",
          "authorizationexception",
          "permissionexception",
          "permissiondenied",
          "insufficientpermission",
          "insufficientprivilege",
          "accesstoclusterdenied",
          "accesstosnapshotdenied");

  /**
   * The status that HEAD requests get instead of a code. 401 says that no valid credentials came
   * (RFC 9110, 15.5.2); the services that answer with it write a code.
   */
  private static final String STATUS = "403";

  /**
   * The codes of which the services say that the caller may not do what it asked for. The others
   * say it of something else that the call needs: {@code EC2AccessDeniedException} of what a
   * function's role may do, {@code S3AccessDeniedFault} of what an endpoint may.
   */
  private static final Set<String> OF_OPERATION =
      Set.of(
          "accessdenied",
          "accessdeniedexception",
          "accessdeniedfault",
          "unauthorizedoperation",
          "unauthorizedoperationexception",
          "unauthorizedaccess",
          "unauthorizedaccessexception",
          "unauthorizedexception",
          "unauthorized",
          "authorizationerror",
          "authorizationerrorexception",
          "authorizationexception",
          "accesspermissionexception",
          "insufficientpermissionsexception",
          "forbidden",
          "forbiddenexception",
          "notauthorized",
          "iamaccessdenied",
          "userunauthorizedexception",
          "accountaccessdenied",
          "403");

  /** RAM says of a share that no managed permission is like the resource's policy. */
  private static final String UNMATCHED = "unmatchedpolicypermissionexception";

  private RefusalCode() {}

  /** Whether a code is one; an empty one is not. */
  public static boolean is(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return code.equals(STATUS)
        || (!lower.equals(UNMATCHED) && PARTS.stream().anyMatch(lower::contains));
  }

  /**
   * Whether a code says that the caller may not do the operation itself, and not something else
   * that the operation needs.
   */
  public static boolean isOfOperation(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return OF_OPERATION.contains(lower.substring(lower.lastIndexOf('.') + 1));
  }

  /** Whether a call was refused, as its code or its sentence tells; empty where it has neither. */
  static Optional<Boolean> of(FailedCall call, Optional<Denial> sentence) {
    return sentence.isPresent()
        ? Optional.of(true)
        : call.code().isEmpty() ? Optional.empty() : Optional.of(is(call.code()));
  }
}
