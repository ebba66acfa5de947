package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.Raising;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the endpoint tests of the services' rule sets that the source distribution of botocore
 * holds, {@code tests/functional/endpoint-rules}; a tool, since the tests need it downloaded.
 */
final class RuleSetTests {

  private static final Documents DOCUMENTS = new Documents(AwsCatalog.embedded());

  private int cases;
  private int failed;

  private RuleSetTests() {}

  /** Argument: the folder. */
  public static void main(String[] args) throws IOException {
    RuleSetTests run = new RuleSetTests();
    int services = 0;
    for (String service : AwsCatalog.embedded().services()) {
      Path file = Path.of(args[0], service, "endpoint-tests-1.json");
      if (Files.exists(file)) {
        services++;
        run.service(service, Json.read(Files.readAllBytes(file)));
      } else {
        System.out.println(service + ": no tests");
      }
    }
    System.out.println(services + " services, " + run.cases + " cases, " + run.failed + " failed");
    System.exit(run.failed == 0 ? 0 : 1);
  }

  private void service(String service, Map<String, Object> tests) {
    RuleSet rules = DOCUMENTS.rules(service);
    for (Map<String, Object> test : Json.objects(tests, "testCases")) {
      Map<String, Object> given = member(test, "params");
      String wanted = wanted(member(test, "expect"));
      String got = got(rules, given);
      cases++;
      if (!wanted.equals(got)) {
        failed++;
        System.out.println(service + " " + given + "\n  want " + wanted + "\n  got  " + got);
      }
    }
  }

  private static String wanted(Map<String, Object> expected) {
    return expected.get("error") instanceof String error
        ? "error " + error
        : endpoint(
            String.valueOf(member(expected, "endpoint").get("url")),
            member(member(expected, "endpoint"), "properties"),
            member(member(expected, "endpoint"), "headers"));
  }

  private static String got(RuleSet rules, Map<String, Object> given) {
    try {
      RuleEvaluation.Endpoint found =
          new RuleEvaluation(DOCUMENTS.partitions()).evaluate(rules, given);
      return endpoint(found.url(), found.properties(), found.headers());
    } catch (Raising e) {
      return "error " + e.raised().message();
    }
  }

  private static String endpoint(String url, Map<String, ?> properties, Map<String, ?> headers) {
    return url + " " + sorted(properties) + " " + sorted(headers);
  }

  /** The same text for the same JSON, whatever the order of its members. */
  private static String sorted(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, String> members = new java.util.TreeMap<>();
        map.forEach((k, v) -> members.put(String.valueOf(k), sorted(v)));
        yield members.toString();
      }
      case List<?> list -> list.stream().map(RuleSetTests::sorted).toList().toString();
      default -> String.valueOf(value);
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> member(Map<String, Object> of, String name) {
    return of.get(name) instanceof Map<?, ?> map
        ? (Map<String, Object>) map
        : new LinkedHashMap<>();
  }
}
