package awsleuth.boto.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleSetsTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  @Test
  void everyServicesRulesEvaluate() {
    Documents documents = new Documents(CATALOG);
    for (String service : CATALOG.services()) {
      RuleSet rules = documents.rules(service);
      for (String region : new String[] {"us-east-1", "cn-north-1", "us-gov-west-1", "x"}) {
        RuleEvaluation evaluation = new RuleEvaluation(documents.partitions());
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("Region", region);
        try {
          assertThat(evaluation.evaluate(rules, given).url()).as(service).startsWith("https://");
        } catch (Raising e) {
          assertThat(e.raised().exception())
              .as(service + " " + e.raised().message())
              .isEqualTo("botocore.exceptions.EndpointResolutionError");
          if (e.raised().message().startsWith("Cannot find value for required parameter ")) {
            continue;
          }
        }
        assertThat(evaluation.trace().decisive()).as(service).isNotEmpty();
      }
    }
  }

  @Test
  void theTraceTellsWhichRuleDecided() {
    Documents documents = new Documents(CATALOG);
    RuleEvaluation evaluation = new RuleEvaluation(documents.partitions());
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("Region", "eu-west-1");
    given.put("UseFIPS", false);
    given.put("UseDualStack", false);
    assertThat(evaluation.evaluate(documents.rules("sqs"), given).url())
        .isEqualTo("https://sqs.eu-west-1.amazonaws.com");
    Trace.Step last = evaluation.trace().decisive().getLast();
    assertThat(last.rule()).isInstanceOf(Rule.Endpoint.class);
    assertThat(evaluation.trace().decisive().getFirst().conditions().getFirst().call())
        .hasToString("isSet(Region)");
  }
}
