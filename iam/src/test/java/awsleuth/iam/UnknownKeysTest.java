package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.CaseGenerator;
import awsleuth.iam.generate.JsonText;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.reference.Reference;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is decided although a key is unknown is decided so for every value of the key. The values
 * are tried on the reference, which knows no unknown keys.
 */
class UnknownKeysTest {

  private static final int CASES = Integer.getInteger("iam.cases", 10_000) / 4;

  @Test
  void aDefiniteAnswerIsThatForEveryValueOfTheUnknownKey() {
    int open = 0;
    int needless = 0;
    int denials = 0;
    for (int number = 0; number < CASES; number++) {
      BatchLine line = BatchLine.read(JsonText.of(CaseGenerator.make(number)));
      Request request = line.request().orElseThrow();
      for (String key : keys(line.policies())) {
        Request unknown = request.in(request.context().with(key, ContextValue.UNKNOWN));
        Result engine = Authorizer.of(line.policies()).decide(unknown);
        Set<Result> concrete = new LinkedHashSet<>();
        for (ContextValue value : values(line, key)) {
          Request given = request.in(request.context().with(key, value));
          concrete.add(Reference.decide(line.policies(), given));
        }
        if (engine != Result.UNKNOWN) {
          assertThat(concrete)
              .as("%s unknown in %s", key, JsonText.of(CaseGenerator.make(number)))
              .containsExactly(engine);
        } else {
          open++;
          boolean denied = Authorizer.of(line.policies()).explain(unknown).denied();
          if (denied) {
            denials++;
            assertThat(concrete)
                .as("%s unknown in %s", key, JsonText.of(CaseGenerator.make(number)))
                .doesNotContain(Result.ALLOWED);
          }
          needless += concrete.size() == 1 && !concrete.contains(Result.UNKNOWN) ? 1 : 0;
        }
      }
    }
    assertThat(open).isGreaterThan(CASES / 10);
    assertThat(denials).isGreaterThan(open / 10);
    // No more than these: where two statements together leave nothing open, or no value fits both.
    assertThat(needless).as("of %s open answers", open).isLessThan(open / 4);
  }

  /** The first two keys that conditions ask for. */
  private static List<String> keys(PolicySet set) {
    return conditions(set).stream()
        .map(condition -> condition.key().value().toLowerCase(Locale.ROOT))
        .distinct()
        .limit(2)
        .toList();
  }

  private static List<Condition> conditions(PolicySet set) {
    List<Condition> all = new ArrayList<>();
    for (Statement statement : statements(set)) {
      all.addAll(statement.conditions());
    }
    return all;
  }

  private static List<Statement> statements(PolicySet set) {
    List<Statement> all = new ArrayList<>();
    Rewriting.keep(set, all::add);
    return all;
  }

  /** Absence, every wanted value and what is near it, and something else; alone and in lists. */
  private static List<ContextValue> values(BatchLine line, String key) {
    Request request = line.request().orElseThrow();
    if (key.equals("aws:principalarn")) {
      return arns(request.principal());
    }
    Set<String> texts = new LinkedHashSet<>(List.of("", "other", "true", "false", "al", "red"));
    for (Condition condition : conditions(line.policies())) {
      boolean asks = condition.key().value().equalsIgnoreCase(key);
      for (Located value : condition.values()) {
        if (asks || value.value().toLowerCase(Locale.ROOT).contains("${" + key)) {
          near(value.value(), texts);
        }
      }
    }
    String[] parts = request.resource().split("[:/]");
    texts.add(parts[parts.length - 1]);
    List<ContextValue> values = new ArrayList<>(List.of(ContextValue.ABSENT));
    for (String text : texts) {
      values.add(ContextValue.Present.of(text));
      values.add(ContextValue.Present.of(List.of(text)));
      values.add(ContextValue.Present.of(List.of(text, "other")));
    }
    values.add(ContextValue.Present.of(List.of()));
    return values;
  }

  /** A session's ARN leaves open the path of its role alone. */
  private static List<ContextValue> arns(Principal principal) {
    if (principal instanceof Principal.RoleSession session) {
      return List.of(
          ContextValue.Present.of(session.roleArn()),
          ContextValue.Present.of(session.roleArn().replace(":role/", ":role/p/")),
          ContextValue.Present.of(session.roleArn().replace(":role/", ":role/q/r/")));
    }
    return List.of(ContextValue.ABSENT);
  }

  private static void near(String wanted, Set<String> texts) {
    texts.add(wanted);
    texts.add(wanted.replace("*", "x").replace("?", "y"));
    texts.add(wanted + "x");
    if (wanted.matches("-?[0-9]{1,12}")) {
      texts.add(String.valueOf(Long.parseLong(wanted) + 1));
      texts.add(String.valueOf(Long.parseLong(wanted) - 1));
    }
    if (wanted.contains("/")) {
      texts.add(wanted.substring(0, wanted.indexOf('/')));
    }
  }
}
