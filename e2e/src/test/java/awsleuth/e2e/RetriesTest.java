package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.TypedJson;
import awsleuth.boto.retry.script.RetryScripts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is said of repetitions, beside what real clients do with a scripted server. */
class RetriesTest {

  private static final String CASES = "300";

  @Test
  void callsAreRepeatedAsBotocoreRepeatsThem() throws IOException {
    String seed = System.getProperty("retries.seed", "1");
    Run run = Python.get().program("retries.py", seed, CASES);
    assertThat(run.exitCode()).as(run.err()).isZero();
    RetryScripts scripts = new RetryScripts(AwsCatalog.embedded());
    for (String line : run.out().lines().toList()) {
      Dict record = (Dict) ((TypedJson.Value) TypedJson.read(line)).value();
      Dict expected = outcome(record);
      Dict said = outcome(scripts.answer(without(record)));
      expected
          .entries()
          .forEach((name, value) ->
              assertThat(PythonText.repr(said.entries().getOrDefault(name, new None())))
                  .as("seed %s: %s", seed, line)
                  .isEqualTo(PythonText.repr(value)));
    }
  }

  private static Dict outcome(Dict record) {
    return (Dict) Objects.requireNonNull(record.entries().get(new Str("expect")));
  }

  private static Dict without(Dict record) {
    LinkedHashMap<PyValue, PyValue> rest = new LinkedHashMap<>(record.entries());
    rest.remove(new Str("expect"));
    return new Dict(rest);
  }
}
