package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON that carries Python values: an object with one key of {@code $bytes}, {@code $bytearray}
 * (base64), {@code $datetime}, {@code $date} (ISO 8601), {@code $decimal}, {@code $float} (a text),
 * {@code $tuple}, {@code $set} (arrays) or {@code $dict} (an array of pairs) stands for such a
 * value. {@code 1} is an int, {@code 1.0} a float.
 */
public final class TypedJson {

  /** Digits of a number; a longer one is not read. Python stops at 4300 too. */
  private static final int MOST_DIGITS = 4300;

  private static final int DEEPEST = 300;
  private static final int LONGEST_NAME = 50_000;

  /** What is said of JSON that is more than is read. */
  private static final String TOO_MUCH =
      "more than is read: values %d deep, names of %d characters, numbers of %d digits"
          .formatted(DEEPEST, LONGEST_NAME, MOST_DIGITS);

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(MOST_DIGITS)
                  .maxStringLength(64 << 20)
                  .build())
          .build();

  /**
   * A number of Python's decimals.
   *
   * @see <a href="https://docs.python.org/3/library/decimal.html#decimal.Decimal">Decimal</a>
   */
  private static final Pattern DECIMAL =
      Pattern.compile(
          "[+-]?(?:(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]{1,18})?"
              + "|(?i:inf|infinity|s?nan[0-9]*+))");

  private TypedJson() {}

  /** What a text was read as. */
  public sealed interface Reading {}

  /** The value. */
  public record Value(PyValue value) implements Reading {}

  /**
   * It is not such JSON.
   *
   * @param line from 1
   * @param column from 1
   * @param why in words that do not quote the text
   */
  public record Unreadable(int line, int column, String why) implements Reading {}

  /** Reads one JSON value. */
  public static Reading read(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return read(json, text);
    }
  }

  private static Reading read(JsonParser json, String text) {
    try {
      json.nextToken();
      if (json.currentToken() == null) {
        return new Unreadable(1, 1, "there is nothing");
      }
      PyValue value = value(json);
      return json.nextToken() == null
          ? new Value(value)
          : JsonFault.in(text).orElseGet(() -> unreadable(json, "more follows after the value"));
    } catch (WrongForm e) {
      return new Unreadable(e.line, e.column, String.valueOf(e.getMessage()));
    } catch (StreamConstraintsException _) {
      return JsonFault.in(text).orElseGet(() -> unreadable(json, TOO_MUCH));
    } catch (JacksonException _) {
      return JsonFault.in(text).orElseGet(() -> unreadable(json, "not valid JSON"));
    }
  }

  /**
   * Reads the value that a parser is at, and leaves it at the value's last token.
   *
   * @throws JacksonException if it is not JSON, or not such a value
   */
  public static PyValue value(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_NULL -> new None();
      case VALUE_TRUE -> new Bool(true);
      case VALUE_FALSE -> new Bool(false);
      case VALUE_STRING -> new Str(json.getString());
      case VALUE_NUMBER_INT -> new Int(new BigInteger(json.getString()));
      case VALUE_NUMBER_FLOAT -> new Real(number(json.getString()));
      case START_ARRAY -> new PyList(array(json));
      case START_OBJECT -> object(json);
      default -> throw new WrongForm(json, "not valid JSON");
    };
  }

  private static double number(String literal) {
    return switch (literal) {
      case "NaN" -> Double.NaN;
      case "Infinity", "+Infinity", "INF", "+INF" -> Double.POSITIVE_INFINITY;
      case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(literal);
    };
  }

  private static List<PyValue> array(JsonParser json) {
    List<PyValue> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return items;
  }

  private static PyValue object(JsonParser json) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      entries.put(new Str(name), value(json));
    }
    PyValue typed = entries.size() == 1 ? typed(entries.firstEntry(), json) : null;
    return typed == null ? new Dict(entries) : typed;
  }

  private static @Nullable PyValue typed(Map.Entry<PyValue, PyValue> entry, JsonParser json) {
    String key = ((Str) entry.getKey()).value();
    if (!key.startsWith("$")) {
      return null;
    }
    try {
      return switch (key) {
        case "$bytes", "$bytearray" -> bytes(text(entry), key.equals("$bytearray"));
        case "$datetime" -> IsoTexts.dateTime(text(entry));
        case "$date" -> new Date(LocalDate.parse(text(entry)));
        case "$decimal" -> decimal(text(entry));
        case "$float" -> new Real(PythonFloat.parse(text(entry)).orElseThrow());
        case "$tuple" -> new Tuple(items(entry));
        case "$set" -> new PySet(items(entry));
        case "$dict" -> pairs(items(entry));
        default -> null;
      };
    } catch (DateTimeException
        | IllegalArgumentException
        | ClassCastException
        | java.util.NoSuchElementException e) {
      throw new WrongForm(json, "not a value of " + key);
    }
  }

  private static String text(Map.Entry<PyValue, PyValue> entry) {
    return ((Str) entry.getValue()).value();
  }

  /** What Python's {@code Decimal} takes, in the digits of ASCII. */
  private static Dec decimal(String text) {
    if (text.length() > MOST_DIGITS || !DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not a decimal");
    }
    return new Dec(text);
  }

  private static List<PyValue> items(Map.Entry<PyValue, PyValue> entry) {
    return ((PyList) entry.getValue()).items();
  }

  private static Bytes bytes(String base64, boolean mutable) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    return new Bytes(new String(bytes, StandardCharsets.ISO_8859_1), mutable);
  }

  private static Dict pairs(List<PyValue> pairs) {
    SequencedMap<PyValue, PyValue> entries = new LinkedHashMap<>();
    for (PyValue pair : pairs) {
      List<PyValue> both = ((PyList) pair).items();
      if (both.size() != 2) {
        throw new IllegalArgumentException("not a pair");
      }
      entries.put(both.get(0), both.get(1));
    }
    return new Dict(entries);
  }

  private static Unreadable unreadable(JsonParser json, String why) {
    return new Unreadable(
        json.currentTokenLocation().getLineNr(), json.currentTokenLocation().getColumnNr(), why);
  }

  /** JSON that is well formed but stands for no value. */
  private static final class WrongForm extends JacksonException {
    private static final long serialVersionUID = 1;
    private final int line;
    private final int column;

    WrongForm(JsonParser json, String why) {
      super(why);
      line = json.currentTokenLocation().getLineNr();
      column = json.currentTokenLocation().getColumnNr();
    }

    @Override
    public Object processor() {
      return this;
    }
  }
}
