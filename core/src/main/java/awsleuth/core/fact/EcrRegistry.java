package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import java.util.Optional;

/**
 * A private registry of images that the text names: {@code ACCOUNT.dkr.ecr.REGION.amazonaws.com}.
 *
 * @param account the account's id, twelve digits
 * @param region the Region as written
 */
public record EcrRegistry(String account, String region) {

  private static final String HOST = ".dkr.ecr.";
  private static final int ACCOUNT_DIGITS = 12;
  private static final int LONGEST_REGION = 30;

  /** The first that stands in the text of a failure and around it; empty where none does. */
  public static Optional<EcrRegistry> in(Facts facts) {
    return facts.failure().passages().stream()
        .map(Passage::text)
        .flatMap(text -> in(text).stream())
        .findFirst();
  }

  private static Optional<EcrRegistry> in(String text) {
    int at = text.indexOf(HOST);
    int start = at;
    while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    int from = at + HOST.length();
    int end = at < 0 ? -1 : text.indexOf('.', from);
    return end > from && end - from <= LONGEST_REGION && at - start == ACCOUNT_DIGITS
        ? Optional.of(new EcrRegistry(text.substring(start, at), text.substring(from, end)))
        : Optional.empty();
  }
}
