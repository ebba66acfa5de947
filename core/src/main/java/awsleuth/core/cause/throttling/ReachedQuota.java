package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.QuotaFigure;
import awsleuth.core.evidence.UsageFigure;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The quota that was reached, beside what is in use, as far as the error code or the figures given
 * tell it.
 *
 * @param told the quota's code, such as {@code L-0263D0A3}, where the error code stands for one
 *     quota alone; empty where it does not
 * @param quota empty where none was given, or more than one may be it
 * @param use empty where none was given
 */
record ReachedQuota(String told, Optional<QuotaFigure> quota, Optional<UsageFigure> use) {

  /**
   * Error codes of EC2 that one quota stands behind (Amazon VPC user guide, "Amazon VPC quotas";
   * EC2 API reference, error codes).
   */
  private static final Map<String, String> CODES =
      Map.of(
          "AddressLimitExceeded", "L-0263D0A3",
          "VpcLimitExceeded", "L-F678F1CE",
          "SubnetLimitExceeded", "L-407747CB",
          "SecurityGroupLimitExceeded", "L-E79EC296",
          "InternetGatewayLimitExceeded", "L-A4707A72",
          "NatGatewayLimitExceeded", "L-FE5A380F");

  static ReachedQuota of(Facts facts) {
    String told = CODES.getOrDefault(facts.call().code(), "");
    Optional<QuotaFigure> quota = facts.isAlone() ? Optional.empty() : given(facts, told);
    return new ReachedQuota(
        told,
        quota,
        quota.flatMap(q ->
            facts.given(UsageFigure.class).stream()
                .filter(u -> u.label().equals(q.name()))
                .findFirst()));
  }

  private static Optional<QuotaFigure> given(Facts facts, String told) {
    List<QuotaFigure> fitting =
        facts.given(QuotaFigure.class).stream()
            .filter(
                q -> told.isEmpty() ? QuotaName.isReached(facts, q.name()) : q.code().equals(told))
            .toList();
    return fitting.stream().map(QuotaFigure::code).distinct().count() == 1
        ? Optional.of(fitting.getFirst())
        : Optional.empty();
  }

  /** The figures after the error; the error alone where none was given. */
  List<Citation> cite(Facts facts) {
    List<Citation> cited = new ArrayList<>(List.of(facts.citeError()));
    quota.ifPresent(q ->
        cited.add(
            new Citation(
                "the quota `" + q.name() + "` (" + q.code() + ") is " + number(q.value()),
                q.source())));
    use.ifPresent(
        u -> cited.add(new Citation("CloudWatch has " + number(u.most()) + " in use", u.source())));
    return cited;
  }

  /** A request for more with the code of the quota, where it is known. */
  String filled(String request) {
    String code = told.isEmpty() ? quota.map(QuotaFigure::code).orElse("") : told;
    return code.isEmpty() ? request : request.replace("<code>", code);
  }

  /** The command that shows what is applied, of all quotas where it is not known which it is. */
  Fix see(Facts facts) {
    return told.isEmpty()
        ? Fix.command("see which quota it is, and its code", QuotaCode.list(facts))
        : Fix.command(
            "see what is applied to the account",
            "aws service-quotas get-service-quota --service-code "
                + QuotaCode.of(facts)
                + " --quota-code "
                + told);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.valueOf(value);
  }
}
