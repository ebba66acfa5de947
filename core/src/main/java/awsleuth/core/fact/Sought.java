package awsleuth.core.fact;

import awsleuth.aws.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The thing that a call asked for, by the parameter that names it. Many operations that describe
 * things take the name as an option and without it answer with all there are, so that the call
 * without it proves nothing.
 */
public final class Sought {

  /** What ends the name of a parameter that names things, the longest first. */
  private static final List<String> ENDS =
      List.of("Identifiers", "Identifier", "Names", "Name", "Ids", "Id");

  /** Words between the kind of a thing and its name. */
  private static final Set<String> BETWEEN =
      Set.of("with", "id", "ids", "name", "named", "identifier", "pair", "not", "found");

  /** What follows a name that stands without quotes. */
  private static final List<String> AFTER =
      List.of("not found", "does not exist", "doesn't exist", "could not", "cannot", "was not");

  private static final String OPEN = "'\"[`(";
  private static final String CLOSE = "'\"]`)";

  private final Facts facts;
  private final String message;

  private Sought(Facts facts) {
    this.facts = facts;
    this.message = facts.call().message();
  }

  /**
   * The parameter with the name that the message gives to the thing; with an empty value where the
   * call only reads, requires no name and none is told. Empty where the call was seen with a name,
   * and where no parameter fits.
   */
  public static Map<String, String> of(Facts facts) {
    return new Sought(facts).parameter();
  }

  private Map<String, String> parameter() {
    List<Shape.Member> names =
        facts.catalog().service(facts.call().service()).stream()
            .flatMap(s -> s.input(facts.call().operation()).stream())
            .flatMap(i -> i.members().stream())
            .filter(m -> stem(m.name()).length() > 2)
            .sorted(Comparator.comparingInt(m -> -stem(m.name()).length()))
            .toList();
    boolean given = names.stream().anyMatch(m -> Parameters.in(facts).given().contains(m.name()));
    if (given) {
      return Map.of();
    }
    for (Shape.Member m : names) {
      Optional<String> value =
          facts
              .parameter(m.name())
              .or(() -> name(stem(m.name())).filter(name -> isKind(m.name(), name)));
      if (value.isPresent()) {
        return Map.of(m.name(), value.get());
      }
    }
    boolean free = names.stream().noneMatch(Shape.Member::required) && Reading.is(facts);
    String operation = facts.call().operation().toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(m -> free && operation.contains(stem(m.name())))
        .findFirst()
        .map(m -> Map.of(m.name(), ""))
        .orElse(Map.of());
  }

  /** {@code dbinstance} of {@code DBInstanceIdentifier}; empty where it names no thing. */
  private static String stem(String member) {
    return ENDS.stream()
        .filter(member::endsWith)
        .findFirst()
        .map(end -> member.substring(0, member.length() - end.length()).toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** The name behind the kind of thing in the message; empty where none stands there. */
  private Optional<String> name(String stem) {
    String[] words = message.split("\\s+", 64);
    for (int i = 0; i < words.length; i++) {
      int taken = kind(words, i, stem);
      int at = i + taken;
      while (taken > 0
          && at < words.length
          && BETWEEN.contains(plain(words[at]).toLowerCase(Locale.ROOT))) {
        at++;
      }
      Optional<String> name = taken == 0 || at >= words.length ? Optional.empty() : name(words, at);
      if (name.isPresent()) {
        return name;
      }
    }
    return Optional.empty();
  }

  /** How many words from there on are the kind of thing; 0 where they are not. */
  private static int kind(String[] words, int from, String stem) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < words.length && i < from + 3; i++) {
      joined.append(plain(words[i]).toLowerCase(Locale.ROOT));
      if (joined.toString().equals(stem)) {
        return i - from + 1;
      }
    }
    return 0;
  }

  private static Optional<String> name(String[] words, int at) {
    String word = words[at];
    boolean quoted = !word.isEmpty() && OPEN.indexOf(word.charAt(0)) >= 0;
    int end = word.length();
    while (end > 0 && ".,;:".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean closed = quoted && end > 1 && CLOSE.indexOf(word.charAt(end - 1)) >= 0;
    String rest = String.join(" ", List.of(words).subList(at + 1, words.length));
    boolean follows = AFTER.stream().anyMatch(rest::startsWith);
    boolean before = at > 0 && words[at - 1].endsWith(":") && rest.isEmpty();
    String name = plain(word);
    boolean told = closed || (!quoted && (follows || before));
    return told && isName(name) ? Optional.of(name) : Optional.empty();
  }

  /** A word without the quotes, brackets and marks around it. */
  private static String plain(String word) {
    int from = 0;
    int end = word.length();
    while (from < end && OPEN.indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (end > from && (CLOSE + ".,;:").indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(from, end);
  }

  /** EC2 gives some things an id and a name, each with a parameter of its own. */
  private boolean isKind(String member, String name) {
    int hyphen = name.lastIndexOf('-');
    boolean id =
        hyphen > 0
            && hyphen < name.length() - 1
            && name.substring(hyphen + 1).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    boolean wanted = member.endsWith("Id") || member.endsWith("Ids");
    return !facts.call().service().equals("ec2") || id == wanted;
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= 300
        && name.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_./:+=@".indexOf(c) >= 0));
  }
}
