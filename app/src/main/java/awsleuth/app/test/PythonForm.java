package awsleuth.app.test;

import awsleuth.app.terminal.Printable;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A piece of Python with places to fill. What is put into a place is never looked at again, so that
 * a text with the name of a place in it stays as it is.
 */
final class PythonForm {

  private static final String MARK = "@@";
  private static final int WIDTH = 96;

  private final String form;
  private final Map<String, String> places = new LinkedHashMap<>();

  private PythonForm(String form) {
    this.form = form;
  }

  /** A form of this package, by its name. */
  static PythonForm named(String name) {
    try (InputStream in = PythonForm.class.getResourceAsStream(name + ".py")) {
      if (in == null) {
        throw new IllegalStateException("no form " + name);
      }
      return new PythonForm(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts Python into a place. */
  PythonForm with(String place, String python) {
    places.put(place, python);
    return this;
  }

  /** Puts a text as a literal into a place. */
  PythonForm withText(String place, String text) {
    return with(place, literal(text));
  }

  /** The Python. Every place must be filled. */
  String filled() {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = form.indexOf(MARK); at >= 0; at = form.indexOf(MARK, from)) {
      int end = form.indexOf(MARK, at + MARK.length());
      String name = form.substring(at + MARK.length(), end);
      String python = places.get(name);
      if (python == null) {
        throw new IllegalStateException("the place " + name + " is empty");
      }
      out.append(form, from, at).append(python);
      from = end + MARK.length();
    }
    return out.append(form.substring(from)).toString();
  }

  /** A text as a literal of Python. */
  static String literal(String text) {
    return PythonText.repr(new PyValue.Str(text));
  }

  /** A document as a literal, each line of it in a line. */
  static String lines(String document) {
    List<String> lines = List.of(document.split("(?<=\n)", -1));
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .map(line -> "            " + literal(line) + "\n")
        .collect(Collectors.joining("", "(\n", "        )"));
  }

  /** A dict as a literal, a member a line where it is long. */
  static String dict(PyValue.Dict dict) {
    String line = PythonText.repr(dict);
    return line.length() <= WIDTH
        ? line
        : dict.entries().entrySet().stream()
            .map(e ->
                "    " + PythonText.repr(e.getKey()) + ": " + PythonText.repr(e.getValue()) + ",\n")
            .collect(Collectors.joining("", "{\n", "}"));
  }

  /** A text in a docstring or a comment: one line that ends neither. */
  static String prose(String text) {
    return Printable.line(text).replace('\\', '/').replace('"', '\'');
  }
}
