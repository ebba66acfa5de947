package awsleuth.iam.match;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value of a request. It is read as an instant, a number and so on when an operator first asks
 * for that, and not again by the next: many statements look at the same key. Not for use by several
 * threads.
 */
final class Actual {

  private final String text;
  private @Nullable Form<?> form;
  private @Nullable Object reading;

  Actual(String text) {
    this.text = text;
  }

  /** What operators compare, by what it makes of a text. */
  static final class Form<T> {

    private final Function<String, T> reader;

    Form(Function<String, T> reader) {
      this.reader = reader;
    }

    T read(String text) {
      return reader.apply(text);
    }
  }

  String text() {
    return text;
  }

  /** What the text is in a form; only the latest form's reading is kept. */
  @SuppressWarnings("unchecked") // the reading is what this very form returned
  <T> T as(Form<T> wanted) {
    Object known = reading;
    if (known == null || form != wanted) {
      known = wanted.read(text);
      form = wanted;
      reading = known;
    }
    return (T) known;
  }
}
