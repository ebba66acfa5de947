package awsleuth.core.cause.throttling;

import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a quota, as Service Quotas names it, is the one on what a call was to make: {@code VPCs
 * per Region} of CreateVpc, or the one that the message names, {@code RolesPerAccount}.
 */
public final class QuotaName {

  private static final String WORDS = "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])";
  private static final int MOST_WORDS = 200;

  private QuotaName() {}

  /** Whether it is. */
  public static boolean isReached(Facts facts, String name) {
    return isOfMade(facts.call().operation(), name) || isNamed(facts.call().message(), name);
  }

  private static boolean isOfMade(String operation, String name) {
    List<String> words = List.of(operation.split(WORDS));
    String counted = name.toLowerCase(Locale.ROOT).replaceFirst("^(maximum )?number of ", "");
    int per = counted.indexOf(" per ");
    String kind = per < 0 ? counted : counted.substring(0, per);
    return words.size() > 1
        && singular(words.subList(1, words.size()).stream())
            .equals(singular(Stream.of(kind.split("[^a-z0-9]+"))));
  }

  /** Words in the singular, in small letters. */
  private static List<String> singular(Stream<String> words) {
    return words
        .map(w -> w.toLowerCase(Locale.ROOT))
        .map(w -> w.endsWith("ies") ? w.substring(0, w.length() - 3) + "y" : w)
        .map(w -> w.endsWith("s") ? w.substring(0, w.length() - 1) : w)
        .toList();
  }

  private static boolean isNamed(String message, String name) {
    String joined = name.replaceAll("[^A-Za-z0-9]+", "");
    return name.contains(" ")
        && Stream.of(message.split("[^A-Za-z0-9]+", MOST_WORDS)).anyMatch(joined::equalsIgnoreCase);
  }
}
