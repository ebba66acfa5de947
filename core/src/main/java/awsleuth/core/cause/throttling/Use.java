package awsleuth.core.cause.throttling;

import awsleuth.core.evidence.QuotaFigure;
import awsleuth.core.evidence.UsageFigure;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How often the throttled operation was called in a minute, beside the quota on its rate, as far as
 * figures of CloudWatch and Service Quotas were given.
 *
 * @param most the highest figure; empty where none was given
 * @param quota the quota on the operation; empty where none was given
 */
record Use(Optional<UsageFigure> most, Optional<QuotaFigure> quota) {

  private static final int MINUTE = 60;

  /** From this part of the quota on, the calls of the minute as a whole account for it. */
  private static final double NEAR = 0.8;

  static Use of(Facts facts) {
    String operation = facts.call().operation();
    if (facts.isAlone() || operation.isEmpty()) {
      return new Use(Optional.empty(), Optional.empty());
    }
    return new Use(
        facts.given(UsageFigure.class).stream()
            .filter(f -> has(f.label(), operation))
            .max(Comparator.comparingDouble(UsageFigure::most)),
        facts.given(QuotaFigure.class).stream()
            .filter(q -> q.resource().equals(operation) || has(q.name(), operation))
            .findFirst());
  }

  /** Whether the name of an operation stands in a text as a word. */
  private static boolean has(String text, String operation) {
    return List.of(text.split("[^A-Za-z0-9]+", 50)).contains(operation);
  }

  /** The figures; none where none was given. */
  List<Citation> cite() {
    List<Citation> cited = new ArrayList<>();
    most.ifPresent(f -> cited.add(new Citation(words(f), f.source())));
    quota.ifPresent(q ->
        cited.add(
            new Citation(
                "the quota `" + q.name() + "` (" + q.code() + ") is " + number(q.value()) + per(q),
                q.source())));
    return cited;
  }

  private String words(UsageFigure figure) {
    String calls =
        "at most " + number(figure.most()) + " calls in a minute" + at(figure) + share(figure);
    return figure.label() + ": " + calls;
  }

  private static String at(UsageFigure figure) {
    return figure.at().isEmpty() ? "" : " (" + figure.at() + ")";
  }

  private String share(UsageFigure figure) {
    double share = perMinute().map(limit -> figure.most() / limit).orElse(-1.0);
    if (share < 0) {
      return "";
    }
    String percent = Math.round(share * 100) + "% of the quota";
    return share >= NEAR
        ? ", " + percent
        : ", " + percent + ": bursts shorter than a minute, or another quota";
  }

  /** What the quota allows in a minute; empty where it is no rate, or of a longer period. */
  private Optional<Double> perMinute() {
    return quota
        .filter(q -> q.seconds() > 0 && q.seconds() <= MINUTE && q.value() > 0)
        .map(q -> q.value() * MINUTE / q.seconds());
  }

  private static String per(QuotaFigure quota) {
    return switch (quota.seconds()) {
      case 0 -> "";
      case 1 -> " a second";
      case MINUTE -> " a minute";
      default -> " in " + quota.seconds() + " s";
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.valueOf(value);
  }
}
