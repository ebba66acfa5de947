package awsleuth.boto.call;

import awsleuth.boto.call.PythonLink.Span;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call in Python as it was written, so that other parameters can be put in the place of its own
 * and all else stays: variables, paginators, resources, the layout.
 *
 * @param source the text, as far as it is the call
 * @param arguments in their order
 * @param close where the brackets close
 * @param untyped whether the values of DynamoDB's attributes are written without their types
 * @param keyed whether the arguments are entries of a dict
 */
public record Written(
    String source, List<Argument> arguments, int close, boolean untyped, boolean keyed) {

  /** Of a call in no such form. */
  public static final Written NONE = new Written("", List.of(), 0, false);

  Written(String source, List<Argument> arguments, int close, boolean untyped) {
    this(source, arguments, close, untyped, false);
  }

  /**
   * An argument.
   *
   * @param parameter that it gives; empty for one that gives none of the operation's
   * @param span where it stands
   * @param dict the parameters that it gives, of one that is a dict of them, by the names that they
   *     have there; else empty
   * @param renamed what is called otherwise in that dict
   * @param refused whether boto3 refuses its value, so that it is to be written anew
   */
  record Argument(
      String parameter, Span span, Dict dict, Map<String, String> renamed, boolean refused) {

    /** One that gives a parameter of its own name. */
    static Argument of(Span span) {
      return new Argument(span.name(), span, none(), Map.of(), false);
    }

    private Argument moved(int by) {
      Span moved = new Span(span.name(), span.from() + by, span.value() + by, span.to() + by);
      return new Argument(parameter, moved, dict, renamed, refused);
    }
  }

  /**
   * The expression that gives a parameter; empty where none gives it alone, as in a dict of
   * arguments, or it is not written as botocore takes it.
   */
  public Optional<String> expression(String parameter) {
    return untyped || keyed
        ? Optional.empty()
        : arguments.stream()
            .filter(a -> a.parameter().equals(parameter) && a.dict().entries().isEmpty())
            .map(a -> source.substring(a.span().value(), a.span().to()))
            .findFirst();
  }

  private static Dict none() {
    return new Dict(new LinkedHashMap<>());
  }

  /** The arguments of a call that are the parameters themselves. */
  static Written of(String source, PythonLink link) {
    return new Written(
        source, link.spans().stream().map(Argument::of).toList(), link.close(), false);
  }

  /** What stands behind the call's closing bracket; empty where nothing does. */
  public String behind() {
    return source.substring(Math.min(close + 1, source.length())).strip();
  }

  /** Whether the text calls a method of a name. */
  public boolean calls(String method) {
    return call(method).find();
  }

  private Matcher call(String method) {
    return Pattern.compile("\\b" + Pattern.quote(method) + "(?=\\s*\\()").matcher(source);
  }

  /** Whether the text makes a client by the name of a service. */
  public boolean names(String service) {
    return client(service).find();
  }

  private Matcher client(String service) {
    return Pattern.compile(
            "(?<=client\\(\\s?(?:service_name\\s?=\\s?)?['\"])"
                + Pattern.quote(service)
                + "(?=['\"])")
        .matcher(source);
  }

  /** The text with the client of another service, where it makes one by a name. */
  public Written naming(String service, String other) {
    return with(client(service), other);
  }

  /** The text with another method, where it calls one of a name. */
  public Written calling(String method, String other) {
    return with(call(method), other);
  }

  /** The text with something else in the first place that is found, before the arguments. */
  private Written with(Matcher call, String other) {
    if (!call.find()) {
      return this;
    }
    int more = other.length() - (call.end() - call.start());
    String text = source.substring(0, call.start()) + other + source.substring(call.end());
    List<Argument> moved = arguments.stream().map(a -> a.moved(more)).toList();
    return new Written(text, moved, close + more, untyped, keyed);
  }

  /**
   * The text with other parameters.
   *
   * @param before those that the text gives
   * @return empty where the text has no place for one that is another
   */
  public Optional<String> with(Dict before, Dict after) {
    return with(before, after, Map.of());
  }

  /**
   * The text with other parameters.
   *
   * @param texts of parameters that are written so, whatever their values are
   */
  public Optional<String> with(Dict before, Dict after, Map<String, String> texts) {
    if (source.isEmpty()) {
      return Optional.empty();
    }
    List<PyValue> fresh = new ArrayList<>(after.entries().keySet());
    fresh.removeAll(before.entries().keySet());
    List<PyValue> changed = new ArrayList<>(before.entries().keySet());
    changed.removeIf(k -> Objects.equals(before.entries().get(k), after.entries().get(k)));
    List<Piece> pieces = new ArrayList<>();
    for (Argument a : arguments) {
      Optional<String> text =
          texts.containsKey(a.parameter())
              ? Optional.of(
                  source.substring(a.span().from(), a.span().value()) + texts.get(a.parameter()))
              : text(a, before, after, fresh, changed);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      pieces.add(new Piece(a.span().from(), a.span().to(), text.get()));
    }
    List<String> more = fresh.stream().map(k -> naming(k) + value(at(after, k))).toList();
    return changed.isEmpty() ? Optional.of(laidOut(pieces, more)) : Optional.empty();
  }

  /** What stands in the place of an argument: nothing where it is left out. */
  private record Piece(int from, int to, String text) {}

  /** An argument's text; empty where it cannot be made what it is to be. */
  private Optional<String> text(
      Argument a, Dict before, Dict after, List<PyValue> fresh, List<PyValue> changed) {
    Str name = new Str(a.parameter());
    boolean other = changed.remove(name) || a.refused();
    String naming = source.substring(a.span().from(), a.span().value());
    if (!a.dict().entries().isEmpty()) {
      return Optional.of(naming + PythonText.repr(dict(a, before, after, fresh, changed)));
    }
    if (!other) {
      return Optional.of(source.substring(a.span().from(), a.span().to()));
    }
    if (after.entries().containsKey(name)) {
      return Optional.of(naming + value(at(after, name)));
    }
    if (a.span().name().isEmpty() || !before.entries().containsKey(name)) {
      return Optional.empty();
    }
    if (fresh.isEmpty()) {
      return Optional.of("");
    }
    PyValue old = at(before, name);
    PyValue key = instead(old, after, fresh);
    PyValue now = at(after, key);
    return Optional.of(
        naming(key)
            + (old.equals(now) ? source.substring(a.span().value(), a.span().to()) : value(now)));
  }

  private String naming(PyValue key) {
    return keyed ? PythonText.repr(key) + ": " : PythonText.str(key) + "=";
  }

  private static PyValue at(Dict dict, PyValue key) {
    return Objects.requireNonNull(dict.entries().get(key));
  }

  /** Takes the new name of an argument: that of its value, else the next. */
  private static PyValue instead(PyValue value, Dict after, List<PyValue> fresh) {
    PyValue name =
        fresh.stream()
            .filter(k -> value.equals(after.entries().get(k)))
            .findFirst()
            .orElse(fresh.getFirst());
    fresh.remove(name);
    return name;
  }

  /** The dict that an argument is, with what is not given by others. */
  private static Dict dict(
      Argument a, Dict before, Dict after, List<PyValue> fresh, List<PyValue> changed) {
    LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    a.dict()
        .entries()
        .forEach((k, v) -> {
          boolean given = before.entries().containsKey(k);
          PyValue now = new Str(a.renamed().getOrDefault(PythonText.str(k), PythonText.str(k)));
          changed.remove(k);
          if (!given) {
            entries.put(now, v);
            fresh.remove(now);
          } else if (after.entries().containsKey(k)) {
            entries.put(k, at(after, k));
          }
        });
    fresh.forEach(k -> entries.put(k, at(after, k)));
    fresh.clear();
    return new Dict(entries);
  }

  private String laidOut(List<Piece> pieces, List<String> more) {
    return arguments.isEmpty() || source.lastIndexOf('\n', close) < 0
        ? inALine(pieces, more)
        : inLines(pieces, more);
  }

  /** The call in one line, or each argument in its own where that gets too long. */
  private String inALine(List<Piece> pieces, List<String> more) {
    List<String> all = new ArrayList<>();
    pieces.stream().map(Piece::text).filter(t -> !t.isEmpty()).forEach(all::add);
    all.addAll(more);
    String start = source.substring(0, arguments.isEmpty() ? close : pieces.getFirst().from());
    String end = source.substring(close);
    String line = start + String.join(", ", all) + end;
    if (!keyed && line.length() > CallText.WIDTH && isTooLong(pieces, more)) {
      all.replaceAll(a -> PythonLayout.of(a, 4));
    }
    return keyed || line.length() <= CallText.WIDTH || all.size() < 2
        ? line
        : start.stripTrailing() + "\n    " + String.join(",\n    ", all) + ",\n" + end;
  }

  /** Whether a corrected argument alone is too long for a line. */
  private boolean isTooLong(List<Piece> pieces, List<String> more) {
    return more.stream().anyMatch(m -> m.length() > CallText.WIDTH)
        || pieces.stream()
            .anyMatch(p ->
                p.text().length() > CallText.WIDTH
                    && !p.text().equals(source.substring(p.from(), p.to())));
  }

  private String inLines(List<Piece> pieces, List<String> more) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Piece piece : pieces) {
      out.append(source, at, piece.from()).append(piece.text());
      at = piece.text().isEmpty() ? behindComma(piece.to()) : piece.to();
      if (piece.text().isEmpty() && source.charAt(at) == '\n') {
        out.setLength(out.toString().stripTrailing().length());
      }
    }
    for (String each : more) {
      out.append(",\n").append(indentation()).append(each);
    }
    return out.append(source.substring(at)).toString();
  }

  /** The spaces before the last argument in its line. */
  private String indentation() {
    int from = arguments.getLast().span().from();
    String line = source.substring(source.lastIndexOf('\n', from - 1) + 1, from);
    return line.isBlank() ? line : "    ";
  }

  private int behindComma(int at) {
    int next = at;
    while (next < close && Character.isWhitespace(source.charAt(next))) {
      next++;
    }
    if (source.charAt(next) != ',') {
      return at;
    }
    next++;
    while (next < close && source.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private String value(PyValue value) {
    return PythonText.repr(untyped ? UntypedValue.of(value) : value);
  }
}
