package awsleuth.core.read;

import static awsleuth.core.read.TextFailures.call;
import static awsleuth.core.read.TextFailures.read;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.FailedCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of errors that say that a thing is not there, outside of any SDK's sentence. */
class MissingThingsTest {

  @ParameterizedTest
  @CsvSource({
    "RepositoryNotFoundException,ecr,RepositoryNotFoundException",
    "RuntimeError: push failed: RepositoryNotFoundException (ECR),ecr,RepositoryNotFoundException",
    "deploy step failed with StateMachineDoesNotExist,stepfunctions,StateMachineDoesNotExist",
    "failed: NoSuchHostedZone - no zone of that id,route53,NoSuchHostedZone",
    "lookup gave LayerVersion ProvisionedConcurrencyConfigNotFoundException,lambda,"
        + "ProvisionedConcurrencyConfigNotFoundException",
    "aws ssm: ParameterNotFound while loading the url,ssm,ParameterNotFound",
    "lookup of the secret gave SecretNotFoundException for ECR,ecr,SecretNotFoundException"
  })
  void aNameThatFewServicesHaveTellsTheService(String text, String service, String code) {
    FailedCall call = call(text);
    assertThat(call.code()).isEqualTo(code);
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.serviceInferred()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeRepositories -> RepositoryNotFoundException,DescribeRepositories",
    "describe_images gave ImageNotFoundException,DescribeImages",
    "GetHostedZone returned NoSuchHostedZone,GetHostedZone"
  })
  void anOperationOfThatServiceInTheLineIsTheCalls(String text, String operation) {
    assertThat(call(text).operation()).isEqualTo(operation);
  }

  @Test
  void theClassOfAnErrorMayEndOtherwiseThanItsCode() {
    FailedCall rds = call("[ERROR] DBInstanceNotFoundFault: DBInstance orders not found.");
    assertThat(rds.exception()).isEqualTo("DBInstanceNotFoundFault");
    assertThat(rds.code()).isEqualTo("DBInstanceNotFound");
    FailedCall s3 =
        call("software.amazon.awssdk.services.s3.model.NoSuchKeyException: The specified key");
    assertThat(s3.code()).isEqualTo("NoSuchKey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.jgit.errors.RepositoryNotFoundException: repository not found: /srv/x",
        "org.hibernate.ObjectNotFoundException: No row with the given identifier exists",
        "shop.errors.ClusterNotFoundException: cluster 17",
        "java.lang.ClassNotFoundException: com.example.Main",
        "GroupNotFoundException in the sync of the directory",
        "RuleDoesNotExist while reading rules.yaml",
        "magento: NoSuchEntityException in the cart",
        "  except client.exceptions.RepositoryNotFoundException:",
        "if isinstance(error, RepositoryNotFoundException): create(ecr)",
        "AttributeError: 'ECR' object has no attribute 'RepositoryNotFoundException'"
      })
  void whatAnyProgramMayCallItsErrorsIsNoFailedCall(String text) {
    assertThat(read(text).stream().map(f -> f.call().code()).filter(c -> !c.isEmpty())).isEmpty();
  }
}
