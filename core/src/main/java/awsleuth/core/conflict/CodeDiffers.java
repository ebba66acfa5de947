package awsleuth.core.conflict;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Locale;

/** CloudTrail has another error code for the request than the text that the program got. */
public final class CodeDiffers implements Contradiction {

  private static final List<String> ENDINGS = List.of("exception", "error", "fault", "failure");

  @Override
  public List<Conflict> in(Facts facts) {
    String code = facts.call().code();
    if (code.isEmpty() || Character.isDigit(code.charAt(0))) {
      return List.of();
    }
    return facts.trail().stream()
        .filter(e -> Same.request(e, facts.call()))
        .filter(e -> !isSame(code, e.errorCode()))
        .limit(1)
        .map(e -> conflict(e, facts))
        .toList();
  }

  /** Services write a code with and without what all of them end with, and EC2 with Client. */
  private static boolean isSame(String told, String recorded) {
    CodeFamily family = CodeFamily.of(told);
    return bare(told).equals(bare(recorded))
        || (family != CodeFamily.OTHER && family == CodeFamily.of(recorded));
  }

  private static String bare(String code) {
    String bare = code.substring(code.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (String ending : ENDINGS) {
      if (bare.endsWith(ending) && bare.length() > ending.length()) {
        return bare.substring(0, bare.length() - ending.length());
      }
    }
    return bare;
  }

  private static Conflict conflict(TrailEvent e, Facts facts) {
    String recorded = e.errorCode();
    return new Conflict(
        "error-code",
        "two outcomes are told of one request",
        List.of(
            facts.citeError(),
            Facts.cite(
                recorded.isEmpty()
                    ? "the event of the same request has no error"
                    : "the event of the same request has `" + recorded + "`",
                e.at("errorCode"))),
        new Conflict.Taken.One(
            "the text is taken, since that is what the program got; a request that was repeated may"
                + " have ended otherwise"));
  }
}
