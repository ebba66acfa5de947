package awsleuth.core.cause.parameters;

import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What botocore's validation report says, line by line (botocore/validate.py).
 *
 * @param errors in the report's order; empty where the failure is no validation report
 */
record ParameterErrors(List<Entry> errors) {

  /** What a line of the report complains of. */
  enum Kind {
    MISSING,
    UNKNOWN,
    TYPE,
    RANGE,
    NAME,
    OTHER
  }

  /**
   * A line of the report.
   *
   * @param parameter the parameter, as a path such as {@code Tagging.TagSet[0].Key}
   * @param place the structure that a missing or unknown one belongs in, likewise; empty where that
   *     is the request itself
   * @param detail the allowed names, the valid types or the least value; empty where there is none
   */
  record Entry(Kind kind, String parameter, String place, String detail, String line) {}

  static ParameterErrors in(Facts facts) {
    return facts.once(ParameterErrors.class, ParameterErrors::of);
  }

  private static ParameterErrors of(Facts facts) {
    if (!facts.exception("ParamValidationError", "MissingParametersError")
        && facts.captured("report").isEmpty()) {
      return new ParameterErrors(List.of());
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : facts.captured("report").orElse(facts.call().message()).split("\n", -1)) {
      if (!line.isBlank() && !line.startsWith("Parameter validation failed")) {
        entries.add(entry(line));
      }
    }
    return new ParameterErrors(List.copyOf(entries));
  }

  /** The first complaint of a kind. */
  Optional<Entry> first(Kind kind) {
    return errors.stream().filter(e -> e.kind == kind).findFirst();
  }

  /** Whether the report's first complaint is of a kind. */
  boolean begins(Kind kind) {
    return !errors.isEmpty() && errors.getFirst().kind == kind;
  }

  private static Entry entry(String line) {
    if (line.startsWith("Missing required parameter")) {
      return new Entry(Kind.MISSING, quoted(line), place(line), "", line);
    }
    if (line.startsWith("Unknown parameter")) {
      return new Entry(
          Kind.UNKNOWN, quoted(line), place(line), after(line, "must be one of: "), line);
    }
    if (line.startsWith("Invalid type for")) {
      return new Entry(
          Kind.TYPE, between(line, "parameter ", ","), "", after(line, "valid types: "), line);
    }
    if (line.startsWith("Invalid value for") || line.startsWith("Invalid length for")) {
      return new Entry(
          Kind.RANGE, between(line, "parameter ", ","), "", after(line, "valid min "), line);
    }
    if (line.startsWith("Invalid bucket name")) {
      return new Entry(Kind.NAME, "Bucket", "", quoted(line), line);
    }
    return new Entry(Kind.OTHER, "", "", "", line);
  }

  /** {@code Tagging} in {@code Missing required parameter in Tagging: "TagSet"}. */
  private static String place(String line) {
    String place = between(line, "parameter in ", ":");
    return place.equals("input") ? "" : place;
  }

  private static String quoted(String line) {
    int open = line.indexOf('"');
    int close = open < 0 ? -1 : line.indexOf('"', open + 1);
    if (close < 0) {
      int colon = line.indexOf(": ");
      return colon < 0 ? "" : line.substring(colon + 2).replace("'", "").strip();
    }
    return line.substring(open + 1, close);
  }

  private static String after(String line, String words) {
    int at = line.indexOf(words);
    return at < 0 ? "" : line.substring(at + words.length()).strip();
  }

  private static String between(String line, String words, String end) {
    String rest = after(line, words);
    int stop = rest.indexOf(end);
    return stop < 0 ? rest : rest.substring(0, stop);
  }
}
