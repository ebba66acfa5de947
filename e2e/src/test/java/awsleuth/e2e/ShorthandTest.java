package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Values of options as the installed AWS CLI reads them, or refuses to. {@code -Dshorthand.seed=N}
 * makes others, {@code -Dshorthand.texts=N} more.
 */
class ShorthandTest {

  @Test
  void theCliReadsAndRefusesTheSameTexts() throws IOException {
    long seed = Long.getLong("shorthand.seed", 1);
    Run run =
        Python.get()
            .program(
                "shorthand_texts.py",
                String.valueOf(seed),
                System.getProperty("shorthand.texts", "10000"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> differences = new ArrayList<>();
    for (Map<String, @Nullable Object> expected : JsonLines.read(run.out())) {
      GivenCall call = call(String.valueOf(expected.get("text")));
      String wanted = String.valueOf(expected.getOrDefault("error", expected.get("value")));
      String got =
          call.refusals().isEmpty()
              ? PythonText.repr(tags(call))
              : call.refusals().getFirst().text();
      if (!said(wanted, wanted).equals(said(got, wanted))) {
        differences.add(expected.get("text") + "\n  aws       " + wanted + "\n  awsleuth  " + got);
      }
    }
    assertThat(differences).as("seed " + seed).isEmpty();
  }

  /** A text, without the place in the input where the installed CLI forgets to put it in. */
  private static String said(String text, String wanted) {
    int input = text.indexOf(" for input:\n");
    return wanted.contains("{self._error_location()}") && input > 0
        ? text.substring(0, input)
        : text;
  }

  private static PyValue tags(GivenCall call) {
    PyValue tags = call.params().entries().get(new Str("Tags"));
    return tags == null ? new PyValue.None() : tags;
  }

  private static GivenCall call(String tags) {
    String quoted = "'" + tags.replace("'", "'\\''") + "'";
    return ((GivenCall.Read)
            CliCallReader.read(
                AwsCatalog.embedded(), "aws lambda tag-resource --resource r --tags=" + quoted))
        .call();
  }
}
