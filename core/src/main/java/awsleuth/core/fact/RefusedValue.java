package awsleuth.core.fact;

import awsleuth.aws.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The parameter whose value a service refuses, and the bounds that its message gives.
 *
 * @param parameter by the name of the API
 * @param bounds such as {@code between 1 and 10}, {@code among A, B}, {@code of length at most 64}
 *     or {@code that matches [a-z]+}
 */
public record RefusedValue(String parameter, String bounds) {

  private static final String BETWEEN = "between ";
  private static final String AND = " and ";

  /** What the framework of many services says of an enumeration. */
  private static final String CHOICE = "enum value set: [";

  private static final String PATTERN = "satisfy regular expression pattern: ";

  /** What it says of numbers and lengths, and how much of it the words for people need. */
  private static final List<Map.Entry<String, String>> LIMITS =
      List.of(
          Map.entry("must have length less than or equal to ", "of length at most "),
          Map.entry("must have length greater than or equal to ", "of length at least "),
          Map.entry("must have value less than or equal to ", "of at most "),
          Map.entry("must have value greater than or equal to ", "of at least "),
          Map.entry("must have value less than ", "of less than "),
          Map.entry("must have value greater than ", "of more than "));

  private static final String AT = " at '";
  private static final int LONGEST = 300;

  /** What the message of a refused call says; empty where it gives no bounds or no parameter. */
  public static Optional<RefusedValue> in(Facts facts) {
    String message = facts.call().message();
    return choice(message)
        .or(() -> limit(message))
        .or(() -> pattern(message))
        .or(() -> bounds(message))
        .flatMap(bounds -> parameter(facts, message).map(p -> new RefusedValue(p, bounds)));
  }

  private static Optional<String> parameter(Facts facts, String message) {
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(s -> s.input(facts.call().operation()))
        .flatMap(input -> {
          List<String> names = input.members().stream().map(Shape.Member::name).toList();
          return longest(names, name -> isAt(message, name))
              .or(() -> longest(names, message::contains));
        });
  }

  private static Optional<String> longest(List<String> names, Predicate<String> isNamed) {
    return names.stream().filter(isNamed).max(Comparator.comparingInt(String::length));
  }

  /** Whether a message names a parameter by its place, {@code 'x' at 'capabilities.1.member'}. */
  private static boolean isAt(String message, String name) {
    int at = message.indexOf(AT);
    int end = at + AT.length() + name.length();
    return at >= 0
        && message.regionMatches(true, at + AT.length(), name, 0, name.length())
        && end < message.length()
        && "'.".indexOf(message.charAt(end)) >= 0;
  }

  private static Optional<String> choice(String message) {
    int at = message.indexOf(CHOICE);
    int from = at + CHOICE.length();
    int end = at < 0 ? -1 : message.indexOf(']', from);
    boolean plain =
        end > from
            && end - from < LONGEST
            && message
                .substring(from, end)
                .chars()
                .allMatch(c -> Character.isLetterOrDigit(c) || "_-., ".indexOf(c) >= 0);
    return plain ? Optional.of("among " + message.substring(from, end)) : Optional.empty();
  }

  private static Optional<String> limit(String message) {
    for (Map.Entry<String, String> limit : LIMITS) {
      int from = message.indexOf(limit.getKey());
      int low = from + limit.getKey().length();
      int end = from < 0 ? low : number(message, low);
      if (end > low) {
        return Optional.of(limit.getValue() + message.substring(low, end));
      }
    }
    return Optional.empty();
  }

  /** The pattern ends with the sentence: at the next error, or at what an SDK adds. */
  private static Optional<String> pattern(String message) {
    int at = message.indexOf(PATTERN);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = message.substring(at + PATTERN.length());
    String pattern = rest.split("; Value| \\(Service: |\\R", 2)[0].strip();
    return pattern.isEmpty() || pattern.length() > LONGEST
        ? Optional.empty()
        : Optional.of("that matches " + pattern);
  }

  private static Optional<String> bounds(String message) {
    int at = message.indexOf(BETWEEN);
    int low = at + BETWEEN.length();
    int and = message.indexOf(AND, low);
    if (at < 0 || and < 0 || number(message, low) != and) {
      return Optional.empty();
    }
    int end = number(message, and + AND.length());
    return end > and + AND.length() ? Optional.of(message.substring(at, end)) : Optional.empty();
  }

  /** The end of the number that begins at a place. */
  private static int number(String text, int from) {
    int end = from;
    while (end < text.length() && (Character.isDigit(text.charAt(end)) || isSign(text, end))) {
      end++;
    }
    return end;
  }

  private static boolean isSign(String text, int at) {
    return "-,.".indexOf(text.charAt(at)) >= 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at + 1));
  }
}
