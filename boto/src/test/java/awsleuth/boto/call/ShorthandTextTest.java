package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in the AWS CLI's shorthand. */
class ShorthandTextTest {

  private static final Service EC2 = AwsCatalog.embedded().service("ec2").orElseThrow();
  private static final Shape TAGS = shape("Tags");
  private static final Shape FILTERS =
      EC2.shape(
              EC2.input("DescribeInstances").orElseThrow().member("Filters").orElseThrow().shape())
          .orElseThrow();

  private static Shape shape(String member) {
    Shape.Structure input = EC2.input("CreateTags").orElseThrow();
    return EC2.shape(input.member(member).orElseThrow().shape()).orElseThrow();
  }

  private static Dict dict(Map<String, PyValue> entries) {
    LinkedHashMap<PyValue, PyValue> all = new LinkedHashMap<>();
    entries.forEach((k, v) -> all.put(new Str(k), v));
    return new Dict(all);
  }

  private static Optional<List<String>> words(Shape shape, PyValue value) {
    return new ShorthandText(EC2, "--x").of(shape, value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a|Key=a",
        "a b|Key=\"a b\"",
        "a,b|Key=\"a,b\"",
        "a=b|Key=\"a=b\"",
        "it's|Key=\"it's\"",
        "a\"b|Key=\"a\\\"b\"",
        "<Key>|Key=<Key>",
      })
  void aTextHasQuotesWhereItNeedsThem(String text, String word) {
    assertThat(words(TAGS, new PyList(List.of(dict(Map.of("Key", new Str(text)))))))
        .contains(List.of(word));
  }

  @Test
  void severalTextsOfAMemberStandWithCommasBetweenThem() {
    PyValue filter = dict(Map.of("Values", new PyList(List.of(new Str("a"), new Str("b")))));
    assertThat(words(FILTERS, new PyList(List.of(filter, filter))))
        .contains(List.of("Values=a,b", "Values=a,b"));
  }

  @Test
  void whatShorthandCannotSayHasNoText() {
    assertThat(words(TAGS, new PyList(List.of(dict(Map.of("Key", new None())))))).isEmpty();
    assertThat(words(TAGS, new PyList(List.of(dict(Map.of("a key", new Str("b"))))))).isEmpty();
    assertThat(words(TAGS, new PyList(List.of(dict(Map.of()))))).isEmpty();
  }

  @Test
  void theCliReadsTheSameValueAgain() {
    Random random = new Random(5);
    String[] parts = {"a", "Z", "0", " ", ",", "=", "'", "\"", "\\", "[", "]", "{", "}", "é", "\n"};
    int written = 0;
    for (int i = 0; i < 5_000; i++) {
      List<PyValue> values = new ArrayList<>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        StringBuilder text = new StringBuilder();
        for (int m = random.nextInt(5); m > 0; m--) {
          text.append(parts[random.nextInt(parts.length)]);
        }
        values.add(new Str(text.toString()));
      }
      PyList list =
          new PyList(
              List.of(dict(Map.of("Name", values.getFirst(), "Values", new PyList(values)))));
      Optional<List<String>> words = words(FILTERS, list);
      if (words.isPresent()) {
        written++;
        assertThat(new CliValues(EC2, "--x", new ArrayList<>()).of(FILTERS, words.get()))
            .isEqualTo(list);
      }
    }
    assertThat(written).isGreaterThan(4_000);
  }
}
