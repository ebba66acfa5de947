package awsleuth.iam.repair;

import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.Map;
import java.util.Optional;

/** What a statement is to say that lets an AWS service itself do something with a resource. */
final class ServiceCalls {

  private static final String OTHER_ACCOUNT = "999999999999";
  private static final String SOURCE_ACCOUNT = "aws:SourceAccount";

  /**
   * Where services that deliver logs put those of an account; the name of each object is a new one
   * (VPC user guide, "Flow log files").
   */
  private static final String LOGS = "/AWSLogs/";

  private static final int ACCOUNT = 12;

  private ServiceCalls() {}

  static boolean is(Request request) {
    return request.principal() instanceof Principal.Service;
  }

  /**
   * Whether a statement misses a service's request by a key that only principals of accounts have:
   * it is about others, whatever its Principal element says.
   */
  static boolean isForAccounts(StatementReport s, Request request) {
    return is(request)
        && s.mismatches().stream()
            .anyMatch(m ->
                m instanceof Mismatch.OfCondition c
                    && c.truth() == Truth.FALSE
                    && c.actual() instanceof ContextValue.Absent
                    && DocumentedKeys.isOfAccountsAlone(c.condition().key().value()));
  }

  /**
   * The account that a service acts for, as a condition: the one that the request tells, else the
   * resource's own; none where neither is known, and none for a role's trust policy, since not all
   * services say for whom they assume one.
   */
  static Map<String, String> conditions(Request request) {
    String account =
        request.context().get(SOURCE_ACCOUNT) instanceof ContextValue.Present p
                && p.values().size() == 1
            ? p.values().getFirst()
            : request.owner();
    boolean known = !account.isEmpty() && !request.action().startsWith("sts:");
    return known && !(request.context().get(SOURCE_ACCOUNT) instanceof ContextValue.Absent)
        ? Map.of("StringEquals", "{\"" + SOURCE_ACCOUNT + "\": " + Quoted.of(account) + "}")
        : Map.of();
  }

  /** The request as the service makes it for another account. */
  static Map<String, Request> around(Request request) {
    ContextValue other = ContextValue.Present.of(OTHER_ACCOUNT);
    return is(request)
            && request.context().get(SOURCE_ACCOUNT) instanceof ContextValue.Present p
            && !p.equals(other)
        ? Map.of(
            "calls of the service for other accounts",
            request.in(DocumentedKeys.with(request.context(), SOURCE_ACCOUNT, other)))
        : Map.of();
  }

  /** All logs of the account whose log a service puts; empty for other requests. */
  static Optional<String> folder(Request request) {
    String resource = request.resource();
    int account = resource.indexOf(LOGS) + LOGS.length();
    int end = account + ACCOUNT;
    boolean logs =
        is(request)
            && request.action().equalsIgnoreCase("s3:PutObject")
            && account >= LOGS.length()
            && resource.startsWith("/", end)
            && resource.substring(account, end).chars().allMatch(c -> c >= '0' && c <= '9')
            && resource.chars().limit(end).noneMatch(c -> c == '*' || c == '?' || c == '$');
    return logs ? Optional.of(resource.substring(0, end) + "/*") : Optional.empty();
  }
}
