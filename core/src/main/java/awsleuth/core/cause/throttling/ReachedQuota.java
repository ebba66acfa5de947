package awsleuth.core.cause.throttling;

import awsleuth.core.evidence.QuotaFigure;
import awsleuth.core.evidence.UsageFigure;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The quota that was reached, beside what is in use, as far as figures were given.
 *
 * @param quota empty where none is, or more than one may be it
 * @param use empty where none was given
 */
record ReachedQuota(Optional<QuotaFigure> quota, Optional<UsageFigure> use) {

  static ReachedQuota of(Facts facts) {
    List<QuotaFigure> fitting =
        facts.isAlone()
            ? List.of()
            : facts.given(QuotaFigure.class).stream()
                .filter(q -> QuotaName.isReached(facts, q.name()))
                .toList();
    if (fitting.stream().map(QuotaFigure::code).distinct().count() != 1) {
      return new ReachedQuota(Optional.empty(), Optional.empty());
    }
    QuotaFigure quota = fitting.getFirst();
    return new ReachedQuota(
        Optional.of(quota),
        facts.given(UsageFigure.class).stream()
            .filter(u -> u.label().equals(quota.name()))
            .findFirst());
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
    return quota.map(q -> request.replace("<code>", q.code())).orElse(request);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.valueOf(value);
  }
}
