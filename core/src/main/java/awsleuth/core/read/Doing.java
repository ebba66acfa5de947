package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a tool says it was doing: {@code Error creating IAM Role kong: CODE: …}, {@code Failed to
 * register task definition in ECS: …}.
 *
 * @param service the service that is named; empty where none is
 * @param operation the operation of that name; empty where there is none
 */
record Doing(String service, String operation) {

  static final Doing NONE = new Doing("", "");
  private static final List<String> STARTS =
      List.of("rror: error ", "rror ", "ailed to ", "nable to ", "ould not ", "rror: ", "* ");
  private static final int MOST_WORDS = 6;
  private static final int MOST_OF_NAME = 4;

  /** Reads a line, as far as the error itself. */
  static Doing in(String line, AwsCatalog catalog) {
    Doing method = method(line, catalog);
    if (!method.equals(NONE)) {
      return method;
    }
    for (String start : STARTS) {
      int at = line.indexOf(start);
      if (at >= 0) {
        Doing found = words(line.substring(at + start.length()).split("[ \t]+", 12), catalog);
        if (!found.equals(NONE)) {
          return found;
        }
      }
    }
    return NONE;
  }

  /** {@code CloudFormation.describeStacks}, as loggers of the SDK for JavaScript print it. */
  private static Doing method(String line, AwsCatalog catalog) {
    for (int dot = line.indexOf('.'); dot > 0; dot = line.indexOf('.', dot + 1)) {
      int end = dot + 1;
      while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
        end++;
      }
      String id = ClassNames.endingAt(line, dot);
      String name = line.substring(dot + 1, end);
      boolean camel = id.length() > 1 && Character.isUpperCase(id.charAt(0)) && humps(name);
      Optional<String> service = camel ? catalog.serviceOfId(id) : Optional.empty();
      Optional<String> operation = service.flatMap(known -> catalog.operationName(known, name));
      if (operation.isPresent()) {
        return new Doing(service.orElseThrow(), operation.get());
      }
    }
    return NONE;
  }

  private static boolean humps(String name) {
    return !name.isEmpty()
        && Character.isLowerCase(name.charAt(0))
        && name.chars().anyMatch(Character::isUpperCase);
  }

  private static Doing words(String[] words, AwsCatalog catalog) {
    String verb = words.length == 0 ? "" : words[0].toLowerCase(Locale.ROOT);
    if (verb.length() < 3 || !isWord(verb)) {
      return NONE;
    }
    int end = 1;
    while (end < words.length && end < MOST_WORDS && isWord(words[end])) {
      end++;
    }
    String last = end < words.length ? words[end].replace(":", "") : "";
    int length = isWord(last) && words[end].endsWith(":") ? end + 1 : end;
    Doing named = ofLongName(verb, words, length, catalog);
    if (!named.equals(NONE)) {
      return named;
    }
    String service = "";
    for (int i = 1; i < length && service.isEmpty(); i++) {
      String name = i == end ? last : words[i];
      boolean upper = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
      service = upper || i == 1 ? catalog.serviceOfId(name).orElse("") : "";
    }
    int from = length > 2 && catalog.serviceOfId(words[1]).isPresent() ? 2 : 1;
    for (int to = length; to > from; to--) {
      String operation = operation(verb, nouns(words, from, to), service, catalog);
      boolean oneOfManyNouns = to == from + 1 && to < length;
      if (!operation.isEmpty() && !(service.isEmpty() && oneOfManyNouns)) {
        return new Doing(service, operation);
      }
    }
    if (from == 2) {
      String operation = operation(verb, nouns(words, 1, length), service, catalog);
      return new Doing(service, operation);
    }
    return service.isEmpty() ? NONE : new Doing(service, "");
  }

  /**
   * {@code creating Auto Scaling Launch Configuration}, {@code creating CloudWatch Logs Log Group},
   * {@code creating ELBv2 application Load Balancer}: the words after the verb name a service, and
   * those after it, without a kind in small letters, what an operation of it is about.
   */
  private static Doing ofLongName(String verb, String[] words, int length, AwsCatalog catalog) {
    for (int n = Math.min(MOST_OF_NAME, length - 2); n > 0; n--) {
      String service = catalog.serviceOfId(joined(words, n)).orElse("");
      int from = n + 1;
      if (from + 1 < length && Character.isLowerCase(words[from].charAt(0))) {
        from++;
      }
      boolean upper = Character.isUpperCase(words[n].charAt(0));
      String operation =
          service.isEmpty() || !upper || (n == 1 && from == 2)
              ? ""
              : operation(verb, nouns(words, from, length), service, catalog);
      if (!operation.isEmpty()) {
        return new Doing(service, operation);
      }
    }
    return NONE;
  }

  private static String joined(String[] words, int n) {
    return String.join(" ", Arrays.asList(words).subList(1, n + 1));
  }

  private static String nouns(String[] words, int from, int to) {
    StringBuilder nouns = new StringBuilder();
    for (int i = from; i < to; i++) {
      String word = words[i].replace(":", "");
      nouns.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return nouns.toString();
  }

  private static String operation(String verb, String noun, String service, AwsCatalog catalog) {
    for (String stem : stems(verb)) {
      String one = Character.toUpperCase(stem.charAt(0)) + stem.substring(1) + noun;
      boolean many = stem.equals("describe") || stem.equals("list");
      for (String name : many ? List.of(one, one + "s") : List.of(one)) {
        Optional<String> known =
            service.isEmpty() ? catalog.operationName(name) : catalog.operationName(service, name);
        if (known.isPresent()) {
          return known.get();
        }
      }
    }
    return ofTool(verb, noun, service);
  }

  /** Terraform's own words for operations that AWS names otherwise. */
  private static String ofTool(String verb, String noun, String service) {
    boolean instance = verb.equals("creating") && service.equals("ec2") && noun.equals("Instance");
    if (instance || (verb.equals("launching") && noun.endsWith("Instance"))) {
      return "RunInstances";
    }
    return verb.equals("creating") && noun.equals("InlinePolicy") ? "PutRolePolicy" : "";
  }

  /** The verbs of operations for a verb of a sentence, which may be a gerund. */
  private static List<String> stems(String verb) {
    if (verb.equals("reading")) {
      return List.of("get", "describe");
    }
    switch (verb) {
      case "creating", "create" -> {
        return List.of("create", "put");
      }
      case "modifying" -> {
        return List.of("modify", "update");
      }
      case "setting" -> {
        return List.of("set", "put");
      }
      default -> {}
    }
    if (!verb.endsWith("ing")) {
      return List.of(verb);
    }
    String stem = verb.substring(0, verb.length() - 3);
    int n = stem.length();
    boolean doubled = n > 2 && stem.charAt(n - 1) == stem.charAt(n - 2);
    return List.of(stem + "e", stem, doubled ? stem.substring(0, n - 1) : stem);
  }

  private static boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i)) && (i == 0 || !Character.isDigit(word.charAt(i)))) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
