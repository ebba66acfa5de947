package awsleuth.core.cause.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Surroundings;
import awsleuth.core.read.Readers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which client is meant by a name that botocore does not know. */
class MeantServiceTest {

  private static final AwsCatalog AWS = AwsCatalog.embedded();

  private static MeantService meant(String asked, String listed) {
    String text =
        "botocore.exceptions.UnknownServiceError: Unknown service: '"
            + asked
            + "'. Valid service names are: "
            + listed;
    Artifact artifact = new Artifact("t", Artifact.Kind.TRACEBACK, text);
    Failure failure = (Failure) Readers.read(artifact, AWS).getFirst();
    return MeantService.of(new Facts(failure, Surroundings.of(List.of()), AWS));
  }

  @ParameterizedTest
  @CsvSource({
    "step-functions,stepfunctions",
    "cloudwatch-logs,logs",
    "event-bridge,events",
    "elb-v2,elbv2",
    "alb,elbv2",
    "cognito-user-pools,cognito-idp",
    "cost-explorer,ce",
    "aws-lambda,lambda",
    "Lambda,lambda",
    "lamda,lambda",
    "quicksights,quicksight"
  })
  void aServiceByAnotherNameIsFound(String asked, String client) {
    MeantService meant = meant(asked, "accessanalyzer, account, acm");
    assertThat(meant.asked()).isEqualTo(asked);
    assertThat(meant.name()).contains(client);
    assertThat(meant.isOlder()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "cognito,cognito-identity cognito-idp cognito-sync",
    "elastic-load-balancing,elb elbv2",
    "ecs-fargate,ecs"
  })
  void ofSeveralNoneIsChosen(String asked, String clients) {
    MeantService meant = meant(asked, "accessanalyzer, account, acm");
    assertThat(meant.name()).isEmpty();
    assertThat(meant.perhaps()).containsExactly(clients.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"foobar", "abc", "state-machine"})
  void whatIsLikeNoServiceIsNotGuessed(String asked) {
    MeantService meant = meant(asked, "accessanalyzer, account, acm");
    assertThat(meant.name()).isEmpty();
    assertThat(meant.perhaps()).isEmpty();
  }

  @Test
  void aClientThatTheListPassesOverCameLater() {
    assertThat(meant("event-bridge-scheduler", "s3, sagemaker, sdb, secretsmanager").isOlder())
        .isTrue();
    assertThat(meant("event-bridge-scheduler", "acm, s3, s3con").isOlder()).isFalse();
    assertThat(meant("scheduler", "acm, s3").isOlder()).isTrue();
  }
}
