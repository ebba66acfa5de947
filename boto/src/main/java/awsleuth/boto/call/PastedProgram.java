package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.PythonLexer.Kind;
import awsleuth.boto.call.PythonLexer.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the calls in lines of a program: behind the lines that make clients, in {@code for} and
 * {@code with}, in the arguments of other calls. What a dict holds that is spread is put in.
 */
final class PastedProgram {

  /** Characters that are read to find calls; a program has more, but is no text to paste. */
  private static final int MOST_READ = 1_000_000;

  /** A call with dicts put in is no longer than this, in characters. */
  private static final int LONGEST = 100_000;

  private static final int MOST_NAMED = 6;

  /** What no expression of Python has before a name. */
  private static final Set<String> NO_SIGNS = Set.of("!", "$", "?", "`");

  /** In the place of a word: the name is set more than once. */
  private static final Integer SEVERAL = -1;

  private static final Pattern MADE =
      Pattern.compile(
          "\\b(\\w{1,80}) ?= ?[\\w.]{0,80}?\\b(client|resource)"
              + "\\( ?(?:service_name ?= ?)?['\"]([\\w-]{1,80})['\"]");

  /** A part of a resource, of what makes the resource or of a variable that has it. */
  private static final Pattern PART =
      Pattern.compile(
          "\\b(\\w{1,80}) ?= ?(?:[\\w.]{0,80}?\\bresource\\([^()\\n]{1,200}\\)|(\\w{1,80}))"
              + "\\.([A-Z]\\w{1,40})\\( ?['\"]([\\w./:-]{1,255})['\"] ?\\)");

  private final AwsCatalog catalog;
  private final String source;
  private final List<Token> tokens;
  private final Map<String, Made> made = new HashMap<>();
  private final Map<String, Integer> set = new HashMap<>();
  private final Map<Integer, Integer> closed = new HashMap<>();
  private int read;

  /**
   * A call, and where it is.
   *
   * @param at in characters
   * @param end behind it
   */
  private record Place(GivenCall call, int at, int end) {}

  /**
   * What boto3 made of a variable.
   *
   * @param resource whether it is a resource, else a client
   * @param part what makes the part of a resource that it is; empty where it is the whole
   */
  private record Made(boolean resource, String service, String part) {

    static final Made NOTHING = new Made(false, "", "");

    /** As it is written. */
    String words() {
      return "boto3." + (resource ? "resource" : "client") + "('" + service + "')" + part;
    }
  }

  private PastedProgram(AwsCatalog catalog, String source) {
    this.catalog = catalog;
    this.source = source;
    this.tokens = PythonLexer.of(source);
    Matcher making = MADE.matcher(source);
    while (making.find()) {
      made.put(making.group(1), new Made(making.group(2).equals("resource"), making.group(3), ""));
    }
    findDicts();
    findParts();
  }

  /** Notes the names that are set to a part of a resource, and to nothing else. */
  private void findParts() {
    Matcher part = PART.matcher(source);
    while (part.find()) {
      String name = part.group(1);
      Made whole = made.getOrDefault(part.group(2) == null ? name : part.group(2), Made.NOTHING);
      if (whole.resource() && whole.part().isEmpty() && !SEVERAL.equals(set.get(name))) {
        String making = "." + part.group(3) + "('" + part.group(4) + "')";
        made.put(name, new Made(true, whole.service(), making));
      }
    }
  }

  /** Notes the word that each name is set to, and where braces are closed. */
  private void findDicts() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 1 && tokens.get(i - 1).is("=") && tokens.get(i - 2).kind() == Kind.NAME) {
        set.merge(tokens.get(i - 2).text(), i, (_, _) -> SEVERAL);
      }
      if (tokens.get(i).is("{")) {
        open.push(i);
      } else if (tokens.get(i).is("}") && !open.isEmpty()) {
        closed.put(open.pop(), tokens.get(i).end());
      }
    }
  }

  /** The calls of a program, in its order, no more than that many. */
  static List<PlacedCall> all(AwsCatalog catalog, String source, int most) {
    PastedProgram program = new PastedProgram(catalog, source);
    return program.calls(most).stream()
        .map(p ->
            new PlacedCall(
                p.call.fromLine(program.line(p.at)), program.line(p.at), program.line(p.end)))
        .toList();
  }

  /** The one call of a program; that there are several; empty where none is found. */
  static Optional<GivenCall.Reading> read(AwsCatalog catalog, String source) {
    PastedProgram program = new PastedProgram(catalog, source);
    List<Place> all = program.calls(MOST_NAMED + 1);
    return all.isEmpty()
        ? Optional.empty()
        : all.size() == 1
            ? Optional.of(new GivenCall.Read(program.told(all.getFirst())))
            : Optional.of(program.several(all));
  }

  private GivenCall.Unreadable several(List<Place> all) {
    String lines =
        all.stream().limit(MOST_NAMED).map(p -> "" + line(p.at)).collect(Collectors.joining(", "));
    String more = all.size() > MOST_NAMED ? ", …" : "";
    return new GivenCall.Unreadable(
        line(all.get(1).at), 1, "one call at a time; there are calls in lines " + lines + more);
  }

  /** Whether a name goes on with what is before it, be that Python or not. */
  private static boolean isJoined(Token before, Token name) {
    return before.is(".") || (NO_SIGNS.contains(before.text()) && before.end() == name.at());
  }

  private List<Place> calls(int most) {
    List<Place> all = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size() && read < MOST_READ && all.size() < most; i++) {
      boolean begins =
          tokens.get(i).kind() == Kind.NAME
              && (i == 0 || !isJoined(tokens.get(i - 1), tokens.get(i)))
              && tokens.get(i + 1).is(".");
      Optional<GivenCall> call = begins ? call(i) : Optional.empty();
      if (call.isPresent()) {
        int from = tokens.get(i).at();
        i = end(i) - 1;
        all.add(new Place(call.get(), from, tokens.get(i).end()));
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
    String text = spread(start, end(start));
    read += text.length();
    Made of = made.getOrDefault(name.text(), Made.NOTHING);
    String chain = of.resource() ? of.words() + text.substring(name.text().length()) : text;
    if (!(BotoCallReader.read(catalog, chain) instanceof GivenCall.Read(GivenCall call))) {
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

  /** The text of some words with the dicts that it spreads, as far as they are known and few. */
  private String spread(int start, int end) {
    StringBuilder text = new StringBuilder();
    int from = tokens.get(start).at();
    for (int i = start + 1; i + 1 < end; i++) {
      boolean argument = tokens.get(i - 1).is("(") || tokens.get(i - 1).is(",");
      Token name = tokens.get(i + 1);
      if (argument && tokens.get(i).is("**") && name.kind() == Kind.NAME) {
        int dict = set.getOrDefault(name.text(), SEVERAL);
        int close = closed.getOrDefault(dict, -1);
        if (close >= 0 && text.length() + close - tokens.get(dict).at() < LONGEST) {
          text.append(source, from, name.at()).append(source, tokens.get(dict).at(), close);
          from = name.end();
        }
      }
    }
    return text.append(source, from, tokens.get(end).at()).toString().stripTrailing();
  }

  private int line(int at) {
    return 1 + (int) source.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** The call with the lines of the program. */
  private GivenCall told(Place place) {
    int line = line(place.at);
    return place.call.fromLine(line).inferred("it is the only call, in line " + line);
  }
}
