package awsleuth.boto.config;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.Raised;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

  private static Session.Opened open(Map<String, String> environment, String config) {
    return Session.open(
        environment,
        Optional.empty(),
        new Session.Files(
            Optional.of(ConfigReader.read("~/.aws/config", config)), Optional.empty()));
  }

  private static Session opened(Map<String, String> environment, String config) {
    return ((Session.Open) open(environment, config)).session();
  }

  @Test
  void theOlderVariableOfTheProfileWins() {
    Map<String, String> both = Map.of("AWS_PROFILE", "a", "AWS_DEFAULT_PROFILE", "b");
    Session session = opened(both, "[profile a]\n[profile b]\nregion = x\n");
    assertThat(session.profileName()).isEqualTo("b");
    Found<String> region = session.either("AWS_DEFAULT_REGION", "region").orElseThrow();
    assertThat(region.value()).isEqualTo("x");
    assertThat(region.origin().words()).isEqualTo("region of profile b (~/.aws/config:3:1)");
  }

  @Test
  void anEmptyVariableIsAValue() {
    Session session = opened(Map.of("AWS_DEFAULT_REGION", ""), "[default]\nregion = x\n");
    assertThat(session.either("AWS_DEFAULT_REGION", "region"))
        .contains(new Found<>("", new Origin.Variable("AWS_DEFAULT_REGION")));
  }

  @Test
  void aProfileThatIsNotThereIsRefusedUnlessNoneWasChosen() {
    assertThat(open(Map.of("AWS_PROFILE", "default"), "[profile a]\n"))
        .isEqualTo(
            new Session.Refused(
                Raised.botocore(
                    "ProfileNotFound", "The config profile (default) could not be found"),
                List.of("a")));
    assertThat(opened(Map.of(), "[profile a]\n").settings()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsRefused() {
    assertThat(open(Map.of(), "a = 1\n"))
        .isEqualTo(
            new Session.Refused(
                Raised.botocore("ConfigParseError", "Unable to parse config file: ~/.aws/config"),
                List.of()));
  }
}
