package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a file of settings is put right. */
class FileFixesTest {

  private static final String UNREAD =
      "botocore.exceptions.ConfigParseError: Unable to parse config file: /home/app/.aws/config";

  private static String refused(String region) {
    return "botocore.exceptions.InvalidRegionError: Provided region_name '"
        + region
        + "' doesn't match a supported format.";
  }

  private static String fixes(String error, String config) {
    List<Artifact> given =
        List.of(
            new Artifact("t", Kind.TRACEBACK, error),
            new Artifact("environment", Kind.ENV, "HOME=/home/app"),
            new Artifact("c", Kind.CONFIG, config));
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(given)
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) first)
        .finding().fixes().stream().map(Fix::text).collect(Collectors.joining("\n"));
  }

  @Test
  void aHeaderGetsTheBracketThatItLacks() {
    assertThat(fixes(UNREAD, "[default\nregion = eu-west-1\n"))
        .isEqualTo("sed -i.bak '1s/.*/[default]/' c");
    assertThat(fixes(UNREAD, "[default]\nregion = eu-west-1\n[profile dev # mine\noutput = json\n"))
        .isEqualTo("sed -i.bak '3s/.*/[profile dev]/' c");
    assertThat(fixes(UNREAD, "region = eu-west-1\n")).isEqualTo("[default]");
    assertThat(fixes(UNREAD, "[default]\noutput = json\n[profile dev\noutput = json\n"))
        .isEqualTo("sed -i.bak '3s/.*/[profile dev]/' c");
  }

  @Test
  void whatBeginsWithAByteOrderMarkGetsNoSecondHeader() {
    assertThat(fixes(UNREAD, "\ufeff[default]\nregion = eu-west-1\n"))
        .isEqualTo("cp c c.bak && tail -c +4 c.bak | cp /dev/stdin c");
  }

  @Test
  void whatIsNotUtf8IsWrittenAnew() {
    assertThat(fixes(UNREAD, "[default]\n# B\ufffdro\nregion = eu-west-1\n"))
        .isEqualTo("cp c c.bak && iconv -f WINDOWS-1252 -t UTF-8 c.bak | cp /dev/stdin c");
    assertThat(fixes(UNREAD, "\ufffd\ufffd[default]\n")).contains("iconv -f UTF-16 -t UTF-8");
  }

  @Test
  void theCommentBehindTheRegionIsTakenOutOfItsLine() {
    assertThat(fixes(refused("eu-west-1 # prod"), "[default]\nregion = eu-west-1 # prod\n"))
        .startsWith("sed -i.bak '2s/[[:space:]][#;].*$//' c");
  }

  @Test
  void theSsoSessionOfTheNearestNameIsNamed() {
    assertThat(
            fixes(
                "botocore.exceptions.InvalidConfigError: The specified sso-session does not exist:"
                    + " \"crop\"",
                "[default]\nsso_session = crop\n[sso-session corp]\nsso_region = eu-west-1\n"))
        .isEqualTo("sed -i.bak '2s/.*/sso_session = corp/' c");
  }

  @Test
  void whatSsoLacksIsAddedWhereItBelongs() {
    String lacking =
        "botocore.exceptions.InvalidConfigError: The profile \"default\" is configured to use SSO"
            + " but is missing required configuration: %s";
    assertThat(
            fixes(
                lacking.formatted("sso_role_name, sso_region"),
                "[default]\nsso_session = corp\nsso_account_id = 123456789012\n[sso-session"
                    + " corp]\nsso_start_url = https://corp.awsapps.com/start\n"))
        .isEqualTo(
            "[default]\nsso_role_name = <permission-set>\n"
                + "[sso-session corp]\nsso_region = <region>");
    assertThat(
            fixes(
                lacking.formatted("sso_region"),
                "[default]\nsso_account_id = 123456789012\nsso_role_name = Admin\n"))
        .isEqualTo("[default]\nsso_region = <region>");
  }
}
