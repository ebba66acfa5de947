package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.PythonLexer.Kind;
import awsleuth.boto.call.PythonLexer.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the calls in lines of a program: behind the lines that make clients, in {@code for} and
 * {@code with}, in the arguments of other calls. What a dict holds that is spread is put in.
 */
final class PastedProgram {

  /** Characters that are read to find calls; a program has more, but is no text to paste. */
  private static final int MOST_READ = 1_000_000;

  private static final int MOST_NAMED = 6;

  private static final Pattern MADE =
      Pattern.compile(
          "\\b(\\w{1,80}) ?= ?[\\w.]{0,80}?\\b(client|resource)"
              + "\\( ?(?:service_name ?= ?)?['\"]([\\w-]{1,80})['\"]");
  private static final Pattern SPREAD = Pattern.compile("\\*\\*([A-Za-z_]\\w{0,80})");

  private final AwsCatalog catalog;
  private final String source;
  private final List<Token> tokens;
  private final Map<String, Made> made = new HashMap<>();
  private int read;

  /**
   * A call, and where it is.
   *
   * @param line from 1
   */
  private record Place(GivenCall call, int line) {}

  /**
   * What boto3 made of a variable.
   *
   * @param resource whether it is a resource, else a client
   */
  private record Made(boolean resource, String service) {

    static final Made NOTHING = new Made(false, "");

    /** As it is written. */
    String words() {
      return "boto3." + (resource ? "resource" : "client") + "('" + service + "')";
    }
  }

  private PastedProgram(AwsCatalog catalog, String source) {
    this.catalog = catalog;
    this.source = source;
    this.tokens = PythonLexer.of(source);
    Matcher making = MADE.matcher(source);
    while (making.find()) {
      made.put(making.group(1), new Made(making.group(2).equals("resource"), making.group(3)));
    }
  }

  /** The one call of a program; that there are several; empty where none is found. */
  static Optional<GivenCall.Reading> read(AwsCatalog catalog, String source) {
    PastedProgram program = new PastedProgram(catalog, source);
    List<Place> all = program.calls();
    return all.isEmpty()
        ? Optional.empty()
        : all.size() == 1
            ? Optional.of(new GivenCall.Read(program.told(all.getFirst())))
            : Optional.of(new GivenCall.Unreadable(all.get(1).line, 1, several(all)));
  }

  private static String several(List<Place> all) {
    List<String> lines = all.stream().limit(MOST_NAMED).map(p -> "" + p.line).toList();
    return "one call at a time; there are calls in lines "
        + String.join(", ", lines)
        + (all.size() > MOST_NAMED ? ", …" : "");
  }

  private List<Place> calls() {
    List<Place> all = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size() && read < MOST_READ; i++) {
      boolean begins =
          tokens.get(i).kind() == Kind.NAME
              && (i == 0 || !tokens.get(i - 1).is("."))
              && tokens.get(i + 1).is(".");
      Optional<GivenCall> call = begins ? call(i) : Optional.empty();
      if (call.isPresent()) {
        all.add(new Place(call.get(), line(tokens.get(i).at())));
        i = end(i) - 1;
      }
    }
    return all;
  }

  /** The first word behind a chain of calls, or behind a statement or the brackets around it. */
  private int end(int start) {
    int depth = 0;
    for (int i = start; i < tokens.size(); i++) {
      Token t = tokens.get(i);
      boolean newLine =
          i > start && source.substring(tokens.get(i - 1).end(), t.at()).indexOf('\n') >= 0;
      boolean called = i > start && (tokens.get(i - 1).is(")") || tokens.get(i - 1).is("]"));
      boolean goesOn = t.is(".") || t.is("(") || t.is("[");
      if (depth == 0 && ((newLine && !t.is(".")) || (called && !goesOn))) {
        return i;
      }
      depth += t.is("(") || t.is("[") || t.is("{") ? 1 : 0;
      depth -= t.is(")") || t.is("]") || t.is("}") ? 1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  private Optional<GivenCall> call(int start) {
    Token name = tokens.get(start);
    String text = source.substring(name.at(), tokens.get(end(start)).at()).stripTrailing();
    read += text.length();
    Made of = made.getOrDefault(name.text(), Made.NOTHING);
    String chain = of.resource() ? of.words() + text.substring(name.text().length()) : text;
    if (!(BotoCallReader.read(catalog, spread(chain)) instanceof GivenCall.Read(GivenCall call))) {
      return Optional.empty();
    }
    boolean client = !of.service().isEmpty() && call.service().equals(name.text());
    GivenCall told =
        client ? call.of(of.service()).inferred("`" + name.text() + "` is " + of.words()) : call;
    String service = told.service().replaceAll("_?client$", "").replace('_', '-');
    boolean known =
        catalog.hasService(service)
            ? catalog.operationName(service, told.operation()).isPresent()
            : catalog.operationName(told.operation()).isPresent();
    return known ? Optional.of(told) : Optional.empty();
  }

  /** The text with the dicts that it spreads, as far as the program has each once. */
  private String spread(String text) {
    Matcher spread = SPREAD.matcher(text);
    return spread.replaceAll(
        r -> Matcher.quoteReplacement(dict(r.group(1)).map(d -> "**" + d).orElse(r.group())));
  }

  private Optional<String> dict(String name) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean given =
          tokens.get(i).kind() == Kind.NAME
              && tokens.get(i).text().equals(name)
              && tokens.get(i + 1).is("=");
      if (given && tokens.get(i + 2).is("{")) {
        int end = end(i + 2);
        found.add(source.substring(tokens.get(i + 2).at(), tokens.get(end).at()).strip());
      } else if (given) {
        return Optional.empty();
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private int line(int at) {
    return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** The call with the lines of the program. */
  private GivenCall told(Place place) {
    List<Unread> unread =
        place.call.unread().stream()
            .map(u -> new Unread(u.name(), u.line() + place.line - 1, u.why(), u.written()))
            .toList();
    return place.call.withUnread(unread).inferred("it is the only call, in line " + place.line);
  }
}
