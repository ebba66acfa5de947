package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.List;
import java.util.Locale;

/**
 * Error codes that say that a thing is not there, {@code RepositoryNotFoundException}, wherever
 * they stand in a line. Any program may call its own errors so: a word counts where few services
 * have the code, and its name or its text leaves no doubt that it is theirs.
 */
record MissingThings(Flat flat, boolean tellsOfAws, AwsCatalog catalog) {

  private static final int MOST_SERVICES = 3;

  /** So many words of a line are looked up; the rest of a line of hundreds would tell no more. */
  private static final int MOST_CANDIDATES = 5;

  private static final int SHORT_TEXT = 200;

  /** Client names up to this length count as words of their own only. */
  private static final int SHORT_NAME = 4;

  private static final List<String> ENDS = List.of("Exception", "Fault", "Error");

  private static final List<String> OF_AWS = List.of("aws", "amazon", "boto");

  /** What programs write before a client's errors; {@code client.exceptions} may be longer. */
  private static final List<String> HANDLES =
      List.of("exceptions", "errorfactory", "types", "client", "e", "error");

  /** Where such a code ends in a line; -1 where none stands there. */
  int endIn(String line) {
    int start = 0;
    int candidates = 0;
    for (int i = 0; i <= line.length() && candidates < MOST_CANDIDATES; i++) {
      if (i < line.length() && ClassNames.isPart(line.charAt(i))) {
        continue;
      }
      candidates += isForm(line.substring(start, i)) ? 1 : 0;
      int end = i > start && line.charAt(i - 1) == '.' ? i - 1 : i;
      if (end - start > 8
          && tells(line.substring(start, end), line)
          && !CodeLineReader.isOfCode(line, start)) {
        return end;
      }
      start = i + 1;
    }
    return -1;
  }

  private boolean tells(String dotted, String line) {
    String word = ClassNames.simple(dotted);
    if (!isForm(word) || isForeign(dotted)) {
      return false;
    }
    String code = sent(word, catalog);
    List<String> services = code.isEmpty() ? List.of() : catalog.servicesWithErrorCode(code);
    return !services.isEmpty()
        && services.size() <= MOST_SERVICES
        && (tellsOfAws
            || isTelling(word)
            || services.stream().anyMatch(service -> isNamed(service, line))
            || (flat.text.length() < SHORT_TEXT && flat.text.strip().equals(dotted)));
  }

  /**
   * The code that services send by a word: the word, or what it is without the ending that the
   * class of the error has more ({@code DBInstanceNotFoundFault}); empty where none sends it.
   */
  static String sent(String word, AwsCatalog catalog) {
    if (!catalog.servicesWithErrorCode(word).isEmpty() || !isForm(word)) {
      return KnownCodes.isKnown(word, catalog) ? word : "";
    }
    for (String end : ENDS) {
      String bare = word.endsWith(end) ? word.substring(0, word.length() - end.length()) : "";
      if (!bare.isEmpty() && !catalog.servicesWithErrorCode(bare).isEmpty()) {
        return bare;
      }
    }
    return "";
  }

  private static boolean isForm(String word) {
    return word.contains("NoSuch") || word.contains("NotFound") || word.contains("DoesNotExist");
  }

  /** Whether a class is of a package that is surely none of AWS's. */
  static boolean isForeign(String dotted) {
    int dot = dotted.lastIndexOf('.');
    String packages = dotted.substring(0, Math.max(0, dot)).toLowerCase(Locale.ROOT);
    boolean isPackage = dot > 0 && Character.isLowerCase(dotted.charAt(0));
    return isPackage
        && OF_AWS.stream().noneMatch(packages::contains)
        && !HANDLES.contains(packages)
        && !packages.endsWith("client.exceptions");
  }

  /** Whether hardly anything else is called so: a thing of two words, or AWS's own endings. */
  private static boolean isTelling(String word) {
    boolean legacy = word.startsWith("NoSuch") && !word.endsWith("Exception");
    int end = Math.max(word.indexOf("NotFound"), word.indexOf("DoesNotExist"));
    return legacy || word.endsWith("Fault") || humps(word.substring(0, Math.max(0, end))) > 1;
  }

  /** How many words a name in camel case has; an abbreviation before a word is one. */
  private static int humps(String name) {
    int humps = 0;
    for (int i = 0; i < name.length(); i++) {
      boolean after = i == 0 || !Character.isUpperCase(name.charAt(i - 1));
      boolean before = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
      humps += Character.isUpperCase(name.charAt(i)) && (after || before) ? 1 : 0;
    }
    return humps;
  }

  private boolean isNamed(String service, String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    String id = catalog.service(service).map(s -> s.metadata().serviceId()).orElse(service);
    return !operation(line, List.of(service)).isEmpty()
        || has(lower, service)
        || has(lower, id.toLowerCase(Locale.ROOT));
  }

  private static boolean has(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (name.length() > SHORT_NAME || isWord(text, at, at + name.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(String text, int from, int to) {
    boolean begins = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
    return begins && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  /** The operation of a service with that code, which a line names; empty where it names none. */
  String operation(String line, String code) {
    return isForm(code) ? operation(line, catalog.servicesWithErrorCode(code)) : "";
  }

  private String operation(String line, List<String> services) {
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && ClassNames.isPart(line.charAt(i))) {
        continue;
      }
      String word = ClassNames.simple(line.substring(start, i));
      boolean compound = humps(word) > 1 || word.indexOf('_') > 0;
      String operation = compound ? catalog.operationName(word).orElse("") : "";
      if (!operation.isEmpty()
          && catalog.servicesWithOperation(operation).stream().anyMatch(services::contains)) {
        return operation;
      }
      start = i + 1;
    }
    return "";
  }
}
