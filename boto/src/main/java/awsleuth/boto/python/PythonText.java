package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dec;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.PySet;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code str()} and {@code repr()} of Python give.
 *
 * <p>A character is printable as the Unicode of this Java says; a Python of an older Unicode
 * escapes the characters that it does not know.
 */
public final class PythonText {

  private final StringBuilder out = new StringBuilder();

  private PythonText() {}

  /** What {@code str(value)} gives, as f-strings use it. */
  public static String str(PyValue value) {
    return switch (value) {
      case Str s -> s.value();
      case Dec d -> d.text();
      case DateTime t -> isoformat(t, ' ');
      case Date d -> d.value().toString();
      default -> repr(value);
    };
  }

  /** What {@code repr(value)} gives. */
  public static String repr(PyValue value) {
    PythonText text = new PythonText();
    text.add(value);
    return text.out.toString();
  }

  /** {@code <class 'str'>}. */
  public static String type(PyValue value) {
    return "<class '" + value.qualifiedTypeName() + "'>";
  }

  private void add(PyValue value) {
    switch (value) {
      case None _ -> out.append("None");
      case Bool b -> out.append(b.value() ? "True" : "False");
      case Int i -> out.append(i.value());
      case Real r -> out.append(PythonFloat.repr(r.value()));
      case Str s -> text(s.value());
      case Bytes b -> bytes(b);
      case DateTime t -> dateTime(t);
      case Date d ->
          out.append(
              "datetime.date(%d, %d, %d)"
                  .formatted(
                      d.value().getYear(), d.value().getMonthValue(), d.value().getDayOfMonth()));
      case Dec d -> {
        out.append("Decimal(");
        text(d.text());
        out.append(')');
      }
      case PyList l -> items("[", l.items(), "]");
      case Tuple t -> items("(", t.items(), t.items().size() == 1 ? ",)" : ")");
      case PySet s -> items(s.items().isEmpty() ? "set(" : "{", s.items(), close(s));
      case Dict d -> dict(d);
    }
  }

  private static String close(PySet set) {
    return set.items().isEmpty() ? ")" : "}";
  }

  private void items(String open, List<PyValue> items, String close) {
    out.append(open);
    String comma = "";
    for (PyValue item : items) {
      out.append(comma);
      add(item);
      comma = ", ";
    }
    out.append(close);
  }

  private void dict(Dict dict) {
    out.append('{');
    String comma = "";
    for (Map.Entry<PyValue, PyValue> e : dict.entries().entrySet()) {
      out.append(comma);
      add(e.getKey());
      out.append(": ");
      add(e.getValue());
      comma = ", ";
    }
    out.append('}');
  }

  private void text(String s) {
    char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    s.codePoints().forEach(c -> character(c, quote));
    out.append(quote);
  }

  private void character(int c, char quote) {
    if (plain(c, quote)) {
      return;
    }
    if (PythonCharacters.isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (c <= 0xff) {
      hex("\\x", c, 2);
    } else if (c <= 0xffff) {
      hex("\\u", c, 4);
    } else {
      hex("\\U", c, 8);
    }
  }

  /** The escapes that texts and bytes have in common. */
  private boolean plain(int c, char quote) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c != quote) {
          return false;
        }
        out.append('\\').append(quote);
      }
    }
    return true;
  }

  private void hex(String start, int c, int digits) {
    String hex = Integer.toHexString(c);
    out.append(start).repeat('0', digits - hex.length()).append(hex);
  }

  private void bytes(Bytes bytes) {
    String s = bytes.latin1();
    char quote = s.indexOf('\'') >= 0 && s.indexOf('"') < 0 ? '"' : '\'';
    out.append(bytes.mutable() ? "bytearray(b" : "b").append(quote);
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!plain(c, quote)) {
        if (c < ' ' || c >= 0x7f) {
          hex("\\x", c, 2);
        } else {
          out.append(c);
        }
      }
    }
    out.append(quote).append(bytes.mutable() ? ")" : "");
  }

  private void dateTime(DateTime value) {
    LocalDateTime t = value.local();
    int micros = t.get(ChronoField.MICRO_OF_SECOND);
    out.append("datetime.datetime(").append(t.getYear());
    out.append(", ").append(t.getMonthValue()).append(", ").append(t.getDayOfMonth());
    out.append(", ").append(t.getHour()).append(", ").append(t.getMinute());
    if (t.getSecond() != 0 || micros != 0) {
      out.append(", ").append(t.getSecond());
    }
    if (micros != 0) {
      out.append(", ").append(micros);
    }
    value.offsetSeconds().ifPresent(this::timezone);
    out.append(')');
  }

  private void timezone(int seconds) {
    out.append(", tzinfo=datetime.timezone");
    if (seconds == 0) {
      out.append(".utc");
      return;
    }
    int days = Math.floorDiv(seconds, 86_400);
    int rest = Math.floorMod(seconds, 86_400);
    out.append("(datetime.timedelta(");
    out.append(days == 0 ? "" : "days=" + days + (rest == 0 ? "" : ", "));
    out.append(rest == 0 ? "" : "seconds=" + rest).append("))");
  }

  /** {@code 2024-01-02T03:04:05.000006+02:00}, with the letter between date and time. */
  public static String isoformat(DateTime value, char between) {
    LocalDateTime t = value.local();
    StringBuilder iso = new StringBuilder();
    iso.append(
        String.format(
            Locale.ROOT,
            "%04d-%02d-%02d%c%02d:%02d:%02d",
            t.getYear(),
            t.getMonthValue(),
            t.getDayOfMonth(),
            between,
            t.getHour(),
            t.getMinute(),
            t.getSecond()));
    int micros = t.get(ChronoField.MICRO_OF_SECOND);
    if (micros > 0) {
      iso.append(String.format(Locale.ROOT, ".%06d", micros));
    }
    value.offsetSeconds().ifPresent(s -> iso.append(offset(s)));
    return iso.toString();
  }

  private static String offset(int seconds) {
    int s = Math.abs(seconds);
    String text =
        String.format(Locale.ROOT, "%c%02d:%02d", seconds < 0 ? '-' : '+', s / 3600, s / 60 % 60);
    return s % 60 == 0 ? text : text + String.format(Locale.ROOT, ":%02d", s % 60);
  }
}
