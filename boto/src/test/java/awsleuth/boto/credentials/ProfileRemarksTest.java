package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which remarks on a file are told to whom. */
class ProfileRemarksTest {

  private static final String CONFIG =
      """
      [DEFAULT]
      cli_pager = "less"
      [default]
      region = eu-west-1 # home
      [profile prod]
      source_profile = Base
      sso_session = corp
      regoin = eu-west-1
      [profile base]
      region = 'eu-west-1'
      [sso-session corp]
      sso_role_name = x
      [sso-session base]
      sso_role_name = x
      [Prod]
      region = eu-west-1
      [other]
      region = eu-west-1
      """;

  private static List<Integer> lines(String profile) {
    byte[] bytes = CONFIG.getBytes(StandardCharsets.UTF_8);
    List<Remark> all = FileReview.of("f", bytes, false, Optional.of(true));
    ConfigFile file = (ConfigFile) ConfigReader.read("f", bytes);
    return ProfileRemarks.of(all, profile, List.of(file)).stream()
        .map(r -> r.place().orElseThrow().line())
        .distinct()
        .toList();
  }

  @Test
  void aProfileHasThoseOnTheSectionsThatItNamesAndOnItsNameMiswritten() {
    assertThat(lines("prod")).containsExactly(2, 8, 10, 12, 15);
    assertThat(lines("base")).containsExactly(2, 10);
  }

  @Test
  void theDefaultProfileHasItsOwn() {
    assertThat(lines("default")).containsExactly(2, 4);
  }

  @Test
  void thoseOnAFileAsAWholeAreForAll() {
    byte[] bytes = "\ufeff[profile a]\nregion = x\n".getBytes(StandardCharsets.UTF_8);
    List<Remark> all = FileReview.of("f", bytes, false, Optional.of(true));
    assertThat(all).isNotEmpty();
    assertThat(ProfileRemarks.of(all, "b", List.of())).isEqualTo(all);
  }

  @Test
  void aKeyWithItsTokenIsNotSpokenOf() {
    String keys = "[a]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n";
    for (String token : List.of("aws_session_token", "aws_security_token")) {
      byte[] bytes = (keys + token + " = t\n").getBytes(StandardCharsets.UTF_8);
      assertThat(FileReview.of("f", bytes, true, Optional.of(false)))
          .noneMatch(r -> r.words().contains("ASIA"));
    }
  }
}
