package awsleuth.core.cause.parameters;

import awsleuth.core.fact.CodeFamily;
import java.util.List;
import java.util.Locale;

/** What the name of an error code tells where nothing else knows the code. */
final class CodeNames {

  /** Parts of names that speak of something else than the parameters of the request. */
  private static final List<String> ELSEWHERE =
      List.of(
          "notfound",
          "nosuch",
          "exist",
          "limit",
          "throttl",
          "denied",
          "unauthor",
          "forbidden",
          "auth",
          "token",
          "signature",
          "internal",
          "unavailable",
          "timeout",
          "conflict",
          "inuse",
          "state",
          "expired",
          "quota",
          "kms",
          "redirect",
          "slow",
          "condition",
          "transaction",
          "policy",
          "optin",
          "subscription",
          "credential",
          "access",
          "disabled",
          "busy",
          "progress",
          "throughput",
          "capacity",
          "server",
          "service",
          "failure",
          "duplicate",
          "notready",
          "notconnected",
          "toomany",
          "exceeded",
          "locked",
          "pending",
          "404",
          "403",
          "401",
          "500",
          "503",
          "302",
          "301",
          "checksum",
          "aborted");

  /** Refusals that are about who calls or what is named, with causes of their own. */
  private static final List<String> OF_CREDENTIALS =
      List.of(
          "invalidtoken",
          "invalidtokenexception",
          "invalidclienttokenid",
          "invalidaccesskeyid",
          "invalidsignature",
          "invalidsignatureexception",
          "invalididentitytoken",
          "invalididentitytokenexception",
          "invalidgrantexception",
          "invalidsecurity",
          "invalidsecuritytoken",
          "invalidheader",
          "invalidbucketname",
          "invalidarn",
          "invalidarnexception",
          "invalidarnfault",
          "invaliduri",
          "invalidlocationconstraint",
          "invalidobjectstate",
          "invalidrange",
          "invalidaction",
          "invalidkeyid.malformed",
          "unsupportedoperation",
          "invalidclientexception",
          "invalidaccesskey");

  private CodeNames() {}

  /** Whether a code's name speaks of nothing but the request itself. */
  static boolean isOfRequest(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    for (String part : ELSEWHERE) {
      if (lower.contains(part)) {
        return false;
      }
    }
    return !code.isEmpty();
  }

  /** Whether such a name says outright that something in the request is wrong. */
  static boolean isRefusal(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    return !OF_CREDENTIALS.contains(lower)
        && CodeFamily.of(code) == CodeFamily.OTHER
        && (lower.startsWith("invalid")
            || lower.startsWith("malformed")
            || lower.startsWith("unsupported")
            || lower.contains("validation")
            || lower.contains("badrequest"));
  }
}
