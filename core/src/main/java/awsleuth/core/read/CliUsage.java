package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what the {@code aws} command says of its own arguments before it calls anything
 * (awscli/argparser.py, argprocess.py, clidriver.py). What is wrong stands in the capture {@code
 * usage}: {@code choice}, {@code option}, {@code missing}, {@code value} or {@code path}; what it
 * is about in {@code subject}.
 */
final class CliUsage {

  private static final Set<String> CHOSEN = Set.of("command", "operation", "subcommand");

  /** How much of a line before its telling words is looked at. */
  private static final int LEAD = 400;

  /** How many lines above the complaint the command may stand. */
  private static final int TYPED_ABOVE = 6;

  private static final int MOST_CHOICE_LINES = 8;
  private static final int LONGEST_CHOICE = 40;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private CliUsage(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    CliUsage reader = new CliUsage(flat);
    for (String anchor : List.of("rror: argument ", "ERROR]: argument ")) {
      reader.each(anchor, reader::argument);
    }
    reader.each("arguments are required: ", reader::required);
    reader.each("Unknown options: ", reader::options);
    reader.each("Error parsing parameter ", reader::value);
    reader.each("user-provided path ", reader::path);
    return reader.found;
  }

  private interface Reading {
    void at(int position, String anchor);
  }

  private void each(String anchor, Reading reading) {
    for (int at = flat.text.indexOf(anchor); at >= 0; at = flat.text.indexOf(anchor, at + 1)) {
      reading.at(at, anchor);
    }
  }

  /**
   * {@code aws: error: argument operation: Invalid choice, …}, {@code argument --x is required}.
   */
  private void argument(int at, String anchor) {
    String rest = rest(at + anchor.length());
    int end = 0;
    while (end < rest.length() && rest.charAt(end) != ':' && rest.charAt(end) != ' ') {
      end++;
    }
    String name = rest.substring(0, end);
    String said = rest.substring(end);
    if (CHOSEN.contains(name) && said.toLowerCase(java.util.Locale.ROOT).contains("valid choice")) {
      String told = quotedIn(said);
      add(at, "choice", told.isEmpty() ? typed(at, name.equals("command") ? 1 : 2) : told);
    } else if (name.startsWith("--") && isAws(at)) {
      add(at, said.startsWith(" is required") ? "missing" : "value", name);
      if (said.contains("nvalid choice")) {
        found.getLast().captures.put("choices", choices(flat.indexAt(at)));
      }
    }
  }

  /** The values that argparse lists in columns below its complaint, with spaces between them. */
  private String choices(int index) {
    List<String> choices = new ArrayList<>();
    int last = Math.min(flat.lines.size(), index + 1 + MOST_CHOICE_LINES);
    for (int i = index + 1; i < last; i++) {
      String line = flat.lines.get(i).text().strip();
      if (line.isEmpty() && !choices.isEmpty()) {
        break;
      }
      for (String word : line.split("\\|", MOST_CHOICE_LINES)) {
        String choice = word.strip();
        if (!choice.isEmpty() && choice.length() <= LONGEST_CHOICE && isWord(choice)) {
          choices.add(choice);
        }
      }
    }
    return String.join(" ", choices);
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> c == '-' || c == '_' || Character.isLetterOrDigit(c));
  }

  /** A word of the command above, which argparse does not repeat; empty where none is there. */
  private String typed(int at, int place) {
    int index = flat.indexAt(at);
    for (int i = index - 1; i >= Math.max(0, index - TYPED_ABOVE); i--) {
      String line = flat.lines.get(i).text().strip();
      String command = line.startsWith("$ ") ? line.substring(2).strip() : line;
      String[] words = command.split(" +", place + 2);
      if (words[0].equals("aws") && words.length > place && !words[place].startsWith("-")) {
        return words[place];
      }
    }
    return "";
  }

  private void required(int at, String anchor) {
    if (isAws(at)) {
      String names = rest(at + anchor.length());
      int comma = names.indexOf(',');
      add(at, "missing", comma < 0 ? names : names.substring(0, comma));
    }
  }

  private void options(int at, String anchor) {
    String lead = flat.lead(at, LEAD).strip();
    String option = rest(at + anchor.length());
    if (option.startsWith("-") && (lead.isEmpty() || lead.startsWith("aws"))) {
      int comma = option.indexOf(',');
      add(at, "option", comma < 0 ? option : option.substring(0, comma));
    }
  }

  private void value(int at, String anchor) {
    String rest = rest(at + anchor.length());
    String unknown = after(rest, "Unknown key '");
    add(at, unknown.isEmpty() ? "value" : "option", unknown.isEmpty() ? quotedIn(rest) : unknown);
  }

  /** {@code The user-provided path ./a.csv does not exist.} of {@code aws s3}. */
  private void path(int at, String anchor) {
    String rest = rest(at + anchor.length());
    int end = rest.indexOf(" does not exist");
    if (end > 0) {
      add(at, "path", rest.substring(0, end));
      found.getLast().service = "s3";
    }
  }

  private static String after(String text, String words) {
    int from = text.indexOf(words);
    int close = from < 0 ? -1 : text.indexOf('\'', from + words.length());
    return close < 0 ? "" : text.substring(from + words.length(), close);
  }

  private void add(int at, String usage, String subject) {
    int index = flat.indexAt(at);
    int start = flat.startOf(index);
    Sighting s = new Sighting(start, flat.lines.get(index).number());
    s.strength = Sighting.Strength.LIKELY;
    s.message = rest(start);
    s.captures.put("usage", usage);
    s.captures.put("subject", subject.strip());
    s.service = service(s.message);
    s.end = flat.endOf(index);
    found.add(s);
  }

  /** {@code s3} of {@code aws s3: error: …}; empty where the program is {@code aws} alone. */
  private static String service(String line) {
    int from = line.indexOf("aws ");
    int colon = line.indexOf(": error:");
    boolean named = from >= 0 && colon > from + 4 && line.indexOf(' ', from + 4) > colon;
    String name = named ? line.substring(from + 4, colon) : "";
    return name.equals("s3api") ? "s3" : name;
  }

  /** Whether the program that complains is the CLI: argparse prints the same for others. */
  private boolean isAws(int at) {
    int index = flat.indexAt(at);
    return flat.lead(at, LEAD).contains("aws")
        || rest(flat.startOf(Math.max(0, index - 1))).contains("aws ");
  }

  private static String quotedIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\'') {
        int close = text.indexOf('\'', i + 1);
        return close < 0 ? "" : text.substring(i + 1, close);
      }
    }
    return "";
  }

  private String rest(int from) {
    int end = flat.endOf(flat.indexAt(from));
    return flat.text.substring(Math.min(from, end), Math.min(end, from + 1000)).strip();
  }
}
