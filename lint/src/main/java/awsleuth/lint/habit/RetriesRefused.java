package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Set;

/**
 * {@code Config(retries=…)} says what botocore refuses, or says the number twice.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/config.py">{@code
 *     _validate_retry_configuration}</a>
 */
final class RetriesRefused implements Habit {

  private static final List<String> OPTIONS = List.of("max_attempts", "mode", "total_max_attempts");
  private static final List<String> MODES = List.of("legacy", "standard", "adaptive");

  /** Settings of retries that stand beside {@code retries}. */
  private static final Set<String> MISPLACED =
      Set.of("max_attempts", "total_max_attempts", "max_retries", "retry_mode", "retry");

  @Override
  public String id() {
    return "lint/retries-refused";
  }

  @Override
  public Level level() {
    return Level.ERROR;
  }

  @Override
  public boolean inTests() {
    return true;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node retries : Retries.all(program)) {
      if (Expected.isRaise(program, retries)) {
        continue;
      }
      for (Node pair : retries.all("pair")) {
        Literals.text(pair.child("key")).ifPresent(key -> pair(pair, key, found));
      }
    }
    misplaced(program, found);
  }

  /** What {@code Config} takes by no name: botocore raises a TypeError. */
  private void misplaced(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      boolean config =
          program.type(call) instanceof Type.Config c && c.made().equals(List.of(call));
      if (!config || Expected.isRaise(program, call)) {
        continue;
      }
      for (Node argument : call.child("arguments").all("keyword_argument")) {
        String name = argument.child("name").text();
        if (MISPLACED.contains(name)) {
          found.add(
              this,
              argument,
              "`Config` takes no `" + name + "`: botocore raises a TypeError",
              Fix.template(
                  "write it into `retries`",
                  "Config(retries={'mode': 'standard', 'total_max_attempts': <number>})"));
        }
      }
    }
  }

  private void pair(Node pair, String key, Found found) {
    Node value = pair.child("value");
    if (!OPTIONS.contains(key)) {
      found.add(
          this,
          pair.child("key"),
          "botocore knows no setting of retries called `" + key + "`",
          Fix.review("take one of " + String.join(", ", OPTIONS), ""));
      return;
    }
    if (key.equals("mode")) {
      Literals.text(value)
          .filter(mode -> !MODES.contains(mode))
          .ifPresent(mode ->
              found.add(
                  this,
                  value,
                  "botocore knows no mode of retries called `" + mode + "`",
                  Fix.review("take one of " + String.join(", ", MODES), "")));
      return;
    }
    int least = key.equals("max_attempts") ? 0 : 1;
    if (Literals.number(value).orElse(least) < least) {
      found.add(
          this,
          value,
          "botocore refuses a `" + key + "` below " + least,
          Fix.review("take " + least + " or more", ""));
    }
  }
}
