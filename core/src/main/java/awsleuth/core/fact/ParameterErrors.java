package awsleuth.core.fact;

import awsleuth.boto.call.ReportedParams;
import awsleuth.boto.params.BucketAddress;
import awsleuth.boto.python.PyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What botocore's validation report says, line by line (botocore/validate.py).
 *
 * @param errors in the report's order; empty where the failure is no validation report
 */
public record ParameterErrors(List<Entry> errors) {

  /** What a line of the report complains of. */
  public enum Kind {
    /** A required parameter is not there. */
    MISSING,
    /** There is no parameter of the name. */
    UNKNOWN,
    /** A value is of another type. */
    TYPE,
    /** A value is less, or shorter, than the least. */
    RANGE,
    /** A bucket cannot have the name. */
    NAME,
    /** Another complaint. */
    OTHER
  }

  /**
   * A line of the report.
   *
   * @param parameter the parameter, as a path such as {@code Tagging.TagSet[0].Key}
   * @param place the structure that a missing or unknown one belongs in, likewise; empty where that
   *     is the request itself
   * @param detail the allowed names, the valid types or the least value; empty where there is none
   * @param value the value that was given, where the line shows it
   */
  public record Entry(
      Kind kind,
      String parameter,
      String place,
      String detail,
      Optional<PyValue> value,
      String line) {

    private static Entry of(Kind kind, String parameter, String place, String detail, String line) {
      return new Entry(kind, parameter, place, detail, Optional.empty(), line);
    }

    /** The path from the request, also of one that is missing or unknown within a structure. */
    public String path() {
      return place.isEmpty() ? parameter : place + "." + parameter;
    }

    /** The class of the value, such as {@code NoneType}; empty where the line does not tell it. */
    public String type() {
      return between(line, ", type: <class '", "'>");
    }
  }

  /** What the report of a failure says, worked out once. */
  public static ParameterErrors in(Facts facts) {
    return facts.once(ParameterErrors.class, ParameterErrors::of);
  }

  private static ParameterErrors of(Facts facts) {
    if (facts.exception("EndpointResolutionError")) {
      return new ParameterErrors(ofEndpoint(facts).stream().toList());
    }
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

  /**
   * What the rules of endpoints say of a parameter before botocore validates them all ({@code
   * ParameterDefinition.validate_input} of botocore/endpoint_provider.py); empty where what they
   * name is no parameter of the call.
   */
  private static Optional<Entry> ofEndpoint(Facts facts) {
    String line = facts.call().message();
    String name = between(line, "Value (", ") is the wrong type. Must be ");
    boolean own =
        line.startsWith("Value (" + name + ") is the wrong type. Must be <class '")
            && facts
                .catalog()
                .service(facts.call().service())
                .flatMap(s -> s.input(facts.call().operation()))
                .flatMap(input -> input.member(name))
                .isPresent();
    return own
        ? Optional.of(
            Entry.of(Kind.TYPE, name, "", between(line, "Must be ", "'>") + "'>", line.strip()))
        : Optional.empty();
  }

  /** The first complaint of a kind. */
  public Optional<Entry> first(Kind kind) {
    return errors.stream().filter(e -> e.kind == kind).findFirst();
  }

  /** Whether one of the report's complaints is of a kind. */
  public boolean has(Kind kind) {
    return first(kind).isPresent();
  }

  /** By the names of the parameters whose values were refused: the right ones, empty if unknown. */
  public Map<String, String> corrected() {
    Map<String, String> values = new HashMap<>();
    for (Entry e : errors) {
      String name = e.parameter.split("[.\\[]", 2)[0];
      if (e.kind != Kind.MISSING && e.kind != Kind.UNKNOWN && !name.isEmpty()) {
        values.put(
            name,
            e.kind == Kind.NAME
                ? BucketAddress.of(e.detail).map(BucketAddress::bucket).orElse("")
                : "");
      }
    }
    return values;
  }

  private static Entry entry(String line) {
    if (line.startsWith("Missing required parameter")) {
      return Entry.of(Kind.MISSING, quoted(line), place(line), "", line);
    }
    if (line.startsWith("Unknown parameter")) {
      return Entry.of(
          Kind.UNKNOWN, quoted(line), place(line), after(line, "must be one of: "), line);
    }
    if (line.startsWith("Invalid type for")) {
      return typed(line);
    }
    if (line.startsWith("Invalid value for") || line.startsWith("Invalid length for")) {
      return ranged(line);
    }
    if (line.startsWith("Invalid bucket name")) {
      String name = quoted(line);
      return new Entry(Kind.NAME, "Bucket", "", name, Optional.of(new PyValue.Str(name)), line);
    }
    return Entry.of(Kind.OTHER, "", "", "", line);
  }

  private static Entry typed(String line) {
    String types = after(line, "valid types: ");
    String parameter = between(line, "parameter ", ", value: ");
    int from = line.indexOf(", value: ");
    int to = line.lastIndexOf(", type: <class '");
    boolean shown = from >= 0 && to >= from + ", value: ".length();
    Optional<PyValue> value =
        shown
            ? ReportedParams.value(
                line.substring(from + ", value: ".length(), to),
                between(line.substring(to), ", type: <class '", "'>"))
            : Optional.empty();
    return new Entry(Kind.TYPE, parameter, "", types, value, line);
  }

  /** The type is not told; a number is one, the empty text is the shortest. */
  private static Entry ranged(String line) {
    String shown = between(line, ", value: ", ",");
    Optional<PyValue> number =
        line.startsWith("Invalid value") ? ReportedParams.value(shown, "int") : Optional.empty();
    return new Entry(
        Kind.RANGE, between(line, "parameter ", ","), "", after(line, "valid min "), number, line);
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
