package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a call went by TLS, by the URL that boto3 takes. */
class PlainHttpTest {

  private static final String SECRET =
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf";
  private static final String REFUSED =
      "An error occurred (AccessDeniedException) when calling the GetSecretValue operation: User:"
          + " arn:aws:iam::111122223333:user/mast is not authorized to perform:"
          + " secretsmanager:GetSecretValue on resource: "
          + SECRET
          + " with an explicit deny in a resource-based policy\n";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": {"Sid": "TlsOnly", "Effect": "Deny",
        "Principal": "*", "Action": "secretsmanager:*", "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}}}}
      """;

  private static Outcome first(Artifact... settings) {
    List<Artifact> all = new java.util.ArrayList<>(List.of(settings));
    all.add(new Artifact("err.txt", Artifact.Kind.TRACEBACK, REFUSED));
    all.add(new Artifact("secret.json", Artifact.Kind.POLICY_RESOURCE, POLICY));
    return new Diagnoser(AwsCatalog.embedded())
        .diagnose(all)
        .failures()
        .getFirst()
        .verdicts()
        .getFirst()
        .outcome();
  }

  private static Artifact env(String text) {
    return new Artifact("env", Artifact.Kind.ENV, text);
  }

  private static Artifact config(String text) {
    return new Artifact("config", Artifact.Kind.CONFIG, text);
  }

  private static Finding confirmed(Artifact... settings) {
    assertThat(first(settings)).isInstanceOf(Outcome.Confirmed.class);
    return ((Outcome.Confirmed) first(settings)).finding();
  }

  /** botocore names the variable for the service's id, which is not the client's name. */
  @Test
  void theServicesOwnVariableGoesBeforeThatOfAll() {
    Finding found =
        confirmed(
            env(
                """
                AWS_ENDPOINT_URL=https://all.example.com
                AWS_ENDPOINT_URL_SECRETS_MANAGER=http://own.example.com
                """));
    assertThat(found.because().toString())
        .contains("AWS_ENDPOINT_URL_SECRETS_MANAGER is `http://own.example.com`");
    assertThat(found.fixes().getFirst().text())
        .isEqualTo("export AWS_ENDPOINT_URL_SECRETS_MANAGER=https://own.example.com");
  }

  @Test
  void aUrlThatIsIgnoredSaysNothing() {
    String url = "AWS_ENDPOINT_URL=http://all.example.com\n";
    assertThat(confirmed(env(url)).because().toString()).contains("AWS_ENDPOINT_URL is");
    for (Artifact[] settings :
        List.of(
            new Artifact[] {env(url + "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true\n")},
            new Artifact[] {
              env(url), config("[default]\nignore_configured_endpoint_urls = true\n")
            })) {
      assertThat(first(settings).toString()).doesNotContain("AWS_ENDPOINT_URL is");
    }
  }

  @Test
  void theUrlOfAProfileCountsWhereEveryProfileGivenHasOneOfThatScheme() {
    String plain = "[profile %s]\nendpoint_url = http://own.example.com\n";
    assertThat(confirmed(config(plain.formatted("a"))).because().toString())
        .contains("`endpoint_url` is `http://own.example.com`");
    String other = "[profile other]\nregion = eu-west-1\n";
    assertThat(first(config(plain.formatted("a") + other)).toString())
        .doesNotContain("`endpoint_url` is");
    assertThat(
            confirmed(env("AWS_PROFILE=a\n"), config(plain.formatted("a") + other))
                .because()
                .toString())
        .contains("`endpoint_url` is");
  }
}
