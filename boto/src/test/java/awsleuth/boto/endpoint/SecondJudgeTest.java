package awsleuth.boto.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.Raising;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.rulesengine.aws.language.functions.AwsPartition;
import software.amazon.smithy.rulesengine.language.EndpointRuleSet;
import software.amazon.smithy.rulesengine.language.evaluation.RuleEvaluator;
import software.amazon.smithy.rulesengine.language.evaluation.value.EndpointValue;
import software.amazon.smithy.rulesengine.language.evaluation.value.Value;
import software.amazon.smithy.rulesengine.language.syntax.Identifier;

/**
 * The rules of services, asked with generated parameters, give what AWS's own engine gives. {@code
 * -Dendpoint.seed=N} asks with others.
 */
class SecondJudgeTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();
  private static final Documents DOCUMENTS = new Documents(CATALOG);
  private static final List<String> ALWAYS =
      List.of(
          "s3", "s3control", "sts", "dynamodb", "kinesis", "events", "cloudfront-keyvaluestore");

  /** Their Region is optional, which that engine refuses. */
  private static final List<String> REFUSED = List.of("sdb", "importexport");

  private static final int OTHERS = 40;
  private static final int CASES = 60;

  private static final List<String> REGIONS =
      List.of(
          "us-east-1",
          "us-west-2",
          "eu-west-1",
          "cn-north-1",
          "us-gov-west-1",
          "us-iso-east-1",
          "us-isob-east-1",
          "eusc-de-east-1",
          "aws-global",
          "mars-north-1");
  private static final List<String> TEXTS =
      List.of(
          "my-bucket",
          "a.b.c",
          "Big",
          "under_score",
          "192.168.1.1",
          "mybucket--use1-az4--x-s3",
          "ap--use1-az4--xa-s3",
          "myap-o123456--op-s3",
          "123456789012",
          "abc.def",
          "arn:aws:s3:us-west-2:123456789012:accesspoint/myap",
          "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint:myap",
          "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap",
          "arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/mybanner",
          "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/myap",
          "arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/bucket/mybucket",
          "arn:aws:kinesis:us-east-1:123456789012:stream/s",
          "arn:aws:dynamodb:us-east-1:222233334444:table/t",
          "arn:aws:cloudfront::123456789012:key-value-store/id",
          "preferred",
          "required",
          "disabled",
          "control",
          "data",
          "stream");

  /** Of other schemes that engine makes endpoints, botocore does not. */
  private static final List<String> URLS =
      List.of("https://custom.example.com", "http://127.0.0.1:8443/base/", "https://[::1]:9000");

  private final Random random = new Random(seed());

  private static long seed() {
    long seed = Long.getLong("endpoint.seed", 1);
    System.out.println("-Dendpoint.seed=" + seed);
    return seed;
  }

  @BeforeAll
  static void thePartitionsAreTheSame() {
    String json = new String(CATALOG.partitions(), StandardCharsets.UTF_8);
    AwsPartition.overridePartitions(
        software.amazon.smithy.rulesengine.aws.language.functions.partition.Partitions.fromNode(
            Node.parse(json)));
  }

  @Test
  void bothEnginesGiveTheSame() {
    List<String> services = new ArrayList<>(ALWAYS);
    List<String> all = CATALOG.services();
    while (services.size() < ALWAYS.size() + OTHERS) {
      String service = all.get(random.nextInt(all.size()));
      if (!REFUSED.contains(service) && !services.contains(service)) {
        services.add(service);
      }
    }
    int compared = 0;
    for (String service : services) {
      RuleSet ours = DOCUMENTS.rules(service);
      String json = new String(CATALOG.endpointRules(service), StandardCharsets.UTF_8);
      EndpointRuleSet theirs = EndpointRuleSet.fromNode(Node.parse(json));
      int cases = ALWAYS.contains(service) ? CASES * 6 : CASES;
      for (int i = 0; i < cases; i++) {
        Map<String, Object> given = given(ours);
        if (lacks(ours, given)) {
          continue; // That engine misses what is required only where a rule asks for it.
        }
        String judged = theirs(theirs, given);
        if (!judged.startsWith(UNDECIDED)) {
          assertThat(ours(ours, given)).as(service + " " + given).isEqualTo(judged);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(3000);
  }

  /** That engine stops where no rule in a tree decides; botocore goes on behind the tree. */
  private static final String UNDECIDED = "error no rules inside of tree rule matched";

  private static boolean lacks(RuleSet rules, Map<String, Object> given) {
    return rules.parameters().stream()
        .anyMatch(p -> p.required() && p.preset() == null && !given.containsKey(p.name()));
  }

  private Map<String, Object> given(RuleSet rules) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (RuleParameter parameter : rules.parameters()) {
      Object value =
          switch (parameter.name()) {
            case "Region" -> pick(REGIONS);
            case "Endpoint" -> random.nextInt(6) == 0 ? pick(URLS) : null;
            default -> value(parameter.type());
          };
      if (value != null) {
        given.put(parameter.name(), value);
      }
    }
    return given;
  }

  private @Nullable Object value(RuleParameter.Type type) {
    return switch (type) {
      case BOOLEAN -> random.nextInt(3) == 0 ? random.nextBoolean() : null;
      case STRING -> random.nextBoolean() ? pick(TEXTS) : null;
      case STRING_ARRAY -> random.nextBoolean() ? List.of(pick(TEXTS), pick(TEXTS)) : null;
    };
  }

  private String pick(List<String> among) {
    return among.get(random.nextInt(among.size()));
  }

  private static String ours(RuleSet rules, Map<String, Object> given) {
    try {
      RuleEvaluation.Endpoint found =
          new RuleEvaluation(DOCUMENTS.partitions()).evaluate(rules, given);
      return found.url() + " " + sorted(found.headers()) + " " + sorted(found.properties());
    } catch (Raising e) {
      return said(e.raised().message());
    }
  }

  private static String theirs(EndpointRuleSet rules, Map<String, Object> given) {
    Map<Identifier, Value> values = new LinkedHashMap<>();
    given.forEach((name, value) -> values.put(Identifier.of(name), value(value)));
    Value found;
    try {
      found = RuleEvaluator.evaluate(rules, values);
    } catch (RuntimeException e) {
      return said(String.valueOf(e.getMessage()));
    }
    if (!(found instanceof EndpointValue endpoint)) {
      return said(found.expectStringValue().getValue());
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    endpoint.getProperties().forEach((name, value) -> properties.put(name, plain(value)));
    return endpoint.getUrl() + " " + sorted(endpoint.getHeaders()) + " " + sorted(properties);
  }

  /** Both say in their own words that a parameter is missing or that no rule decides. */
  private static String said(String message) {
    boolean missing =
        message.contains("required")
            || message.startsWith("No endpoint found")
            || message.contains("EmptyType");
    return missing && !message.startsWith("AccountId") ? "missing" : "error " + message;
  }

  private static Value value(Object value) {
    return switch (value) {
      case Boolean truth -> Value.booleanValue(truth);
      case List<?> list -> Value.arrayValue(list.stream().map(SecondJudgeTest::value).toList());
      default -> Value.stringValue((String) value);
    };
  }

  private static Object plain(Value value) {
    return value.toObject();
  }

  private static String sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        List<String> entries = new ArrayList<>();
        map.forEach((name, each) -> entries.add(name + "=" + sorted(each)));
        entries.sort(null);
        yield entries.toString();
      }
      case List<?> list -> list.stream().map(SecondJudgeTest::sorted).toList().toString();
      default -> String.valueOf(value);
    };
  }
}
