package awsleuth.lint.habit;

import awsleuth.lint.Edit;
import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code max_attempts} in {@code Config(retries=…)} counts the retries, and counts for nothing
 * beside {@code total_max_attempts}. Of a number above one nothing shows that it is meant
 * otherwise; a single attempt is what many take 1 for.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/args.py">{@code
 *     _compute_retry_max_attempts}</a>
 */
final class RetriesMiscounted implements Habit {

  @Override
  public String id() {
    return "lint/retries-miscounted";
  }

  @Override
  public Level level() {
    return Level.NOTE;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node retries : Retries.all(program)) {
      Node value = Literals.entry(retries, "max_attempts");
      OptionalInt number = Literals.number(value);
      if (number.isEmpty() || number.getAsInt() < 1 || !retries.all("dictionary_splat").isEmpty()) {
        continue;
      }
      Node key = value.parent().child("key");
      if (Literals.entry(retries, "total_max_attempts").exists()) {
        found.add(
            this,
            key,
            "`max_attempts` counts for nothing beside `total_max_attempts`",
            Fix.review("leave one of the two", ""));
        continue;
      }
      if (number.getAsInt() == 1) {
        found.add(
            this,
            key,
            "`max_attempts` counts the retries alone: 1 makes two requests, not one",
            Fix.ready(
                "write `total_max_attempts`: 2, which is the same and says so; 1 is one request",
                List.of(edit(key, total(key)), new Edit(value.start(), value.end(), "2"))));
      }
    }
  }

  private static String total(Node key) {
    String content = key.all("string_content").getFirst().text();
    return key.text().replace(content, "total_max_attempts");
  }

  private static Edit edit(Node node, String text) {
    return new Edit(node.start(), node.end(), text);
  }
}
