package awsleuth.core.cause.resource;

import awsleuth.aws.Service;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The AWS CLI command that lists things of the kind that a call is about. */
final class Listing {

  private static final List<String> VERBS = List.of("List", "Describe", "Get");

  private final Facts facts;
  private final Service service;

  private Listing(Facts facts, Service service) {
    this.facts = facts;
    this.service = service;
  }

  /** The command, with the call's Region; empty where no operation lists them all. */
  static Optional<String> of(Facts facts) {
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(service -> new Listing(facts, service).operation())
        .map(operation -> command(facts, operation));
  }

  /** The operation that lists the kind which the call names; empty where it names none. */
  static Optional<String> named(Facts facts) {
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(service -> new Listing(facts, service).told());
  }

  /** The operation that tells the state of one of the things that another one merely lists. */
  static Optional<String> one(Facts facts, String list) {
    if (!list.startsWith("List")) {
      return Optional.empty();
    }
    String many = list.substring("List".length());
    String single = many.endsWith("ies") ? many.substring(0, many.length() - 3) + "y" : many;
    String noun = single.endsWith("s") ? single.substring(0, single.length() - 1) : single;
    return facts.catalog().service(facts.call().service()).stream()
        .flatMap(s -> s.operationNames().stream())
        .filter(o -> o.equals("Describe" + noun) || o.equals("Get" + noun))
        .findFirst();
  }

  /** An operation as a command, with what it requires and the call's Region. */
  static String command(Facts facts, String operation) {
    String service = facts.call().service();
    StringBuilder out = new StringBuilder("aws ");
    out.append(Literal.shell(facts.catalog().cliName(service))).append(' ');
    out.append(facts.catalog().commandName(operation));
    facts
        .catalog()
        .service(service)
        .flatMap(s -> s.input(operation))
        .ifPresent(input ->
            input.members().stream()
                .filter(m -> m.required())
                .map(m -> m.name())
                .forEach(name ->
                    facts
                        .catalog()
                        .cliOption(service, operation, name)
                        .ifPresent(o ->
                            out.append(" --")
                                .append(o)
                                .append(' ')
                                .append(facts.argument(name, "<" + o + ">")))));
    String mine =
        switch (operation) {
          case "DescribeImages" -> " --owners self";
          case "DescribeSnapshots" -> service.equals("ec2") ? " --owner-ids self" : "";
          default -> "";
        };
    return out + mine + State.region(facts);
  }

  private Optional<String> operation() {
    return told().or(this::usual);
  }

  /**
   * By what the code says not to be there, else the message, else by the operation, else by what it
   * takes.
   */
  private Optional<String> told() {
    String code = words(facts.call().code());
    String said = withoutEntity(code + " " + words(facts.call().message()));
    return naming(withoutEntity(code).replace("resource", ""))
        .or(() -> naming(said))
        .or(() -> naming(words(facts.call().operation())))
        .or(() -> naming(words(required(facts.call().operation()))));
  }

  /** Codes and messages say so of anything; to Glue it is a thing of other services. */
  private static String withoutEntity(String words) {
    return words.replace("entity", "");
  }

  /** Of the things that can be listed, those that most operations of the service ask for. */
  private Optional<String> usual() {
    Map<String, Integer> asked = new TreeMap<>();
    for (String operation : service.operationNames()) {
      naming(words(required(operation))).ifPresent(list -> asked.merge(list, 1, Integer::sum));
    }
    return asked.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  /** The operation whose things the words name, with the longest name and the plainest verb. */
  private Optional<String> naming(String words) {
    String text = " " + words + " ";
    return service.operationNames().stream()
        .filter(name -> isNamed(noun(name), text) && isFree(name) && isCommand(name))
        .min(
            Comparator.comparingInt((String name) -> -noun(name).length())
                .thenComparingInt(Listing::verb)
                .thenComparing(Comparator.naturalOrder()));
  }

  private static boolean isNamed(String many, String text) {
    return many.endsWith("s")
        && (text.contains(" " + many + " ") || one(many).stream().anyMatch(text::contains));
  }

  /** What one of many may be called, between spaces. */
  private static List<String> one(String many) {
    String plain = " " + many.substring(0, many.length() - 1) + " ";
    return many.endsWith("ies")
        ? List.of(plain, " " + many.substring(0, many.length() - 3) + "y ")
        : many.endsWith("es")
            ? List.of(plain, " " + many.substring(0, many.length() - 2) + " ")
            : List.of(plain);
  }

  private static int verb(String operation) {
    for (int i = 0; i < VERBS.size(); i++) {
      if (operation.startsWith(VERBS.get(i))) {
        return i;
      }
    }
    return VERBS.size();
  }

  /** {@code db instances} of {@code DescribeDBInstances}; empty where it does not list. */
  private static String noun(String operation) {
    int verb = verb(operation);
    return verb == VERBS.size() ? "" : words(operation.substring(VERBS.get(verb).length()));
  }

  private boolean isCommand(String operation) {
    return facts.catalog().cliCommand(facts.call().service(), operation).isPresent();
  }

  private boolean isFree(String operation) {
    return service
        .input(operation)
        .map(input -> input.members().stream().noneMatch(m -> m.required()))
        .orElse(true);
  }

  private String required(String operation) {
    StringBuilder names = new StringBuilder();
    service
        .input(operation)
        .ifPresent(input ->
            input.members().stream()
                .filter(m -> m.required())
                .forEach(m -> names.append(m.name()).append(' ')));
    return names.toString();
  }

  /** Words in lower case between single spaces, those of names in camel case too. */
  private static String words(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean begins = Character.isUpperCase(c) && i > 0 && isBorder(text, i);
      if (begins || !Character.isLetterOrDigit(c)) {
        out.append(' ');
      }
      out.append(Character.isLetterOrDigit(c) ? String.valueOf(c) : "");
    }
    return String.join(" ", out.toString().toLowerCase(Locale.ROOT).strip().split(" +"));
  }

  private static boolean isBorder(String text, int i) {
    boolean after = !Character.isUpperCase(text.charAt(i - 1));
    boolean before = i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1));
    return after || before;
  }
}
