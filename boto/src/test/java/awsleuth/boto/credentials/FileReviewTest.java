package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a file, one row for each. */
class FileReviewTest {

  private static final String NEW_LINE = "|";

  private static List<Remark> review(String text, boolean credentials) {
    byte[] bytes = text.replace(NEW_LINE, "\n").getBytes(StandardCharsets.UTF_8);
    return FileReview.of("f", bytes, credentials, Optional.of(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [dev]|region = a-b-1                      ~ 1 ~ this is no profile
          [Default]|region = a-b-1                  ~ 1 ~ this is not [default]
          [ profile dev]                            ~ 1 ~ its first word
          [profile a b]                             ~ 1 ~ needs quotes
          [profile o'brien]                         ~ 1 ~ quote in this header
          [profiles dev]                            ~ 1 ~ boto3 takes this for a profile
          [default]|a = b|[profile default]|c = d   ~ 1 ~ replaces all of [default]
          [default]|regoin = a-b-1                  ~ 2 ~ nearest that it knows is region
          [default]|https_proxy = http://p:3128     ~ 2 ~ boto3 takes no proxy from here
          [default]|proxies = http://p:3128         ~ 2 ~ boto3 takes no proxy from here
          [default]|aws-access-key-id = x           ~ 2 ~ nearest that it knows is aws_access_key_id
          [default]|region = a-b-1 # home           ~ 2 ~ comment after the value of region
          [default]|region = "a-b-1"                ~ 2 ~ quotes around the value of region
          [default]|region = a-b-1|  output = json  ~ 2 ~ the indented output
          [default]|region = a-b-1|  [profile b]    ~ 2 ~ the indented section header
          [sso-session s]|sso_role_name = r         ~ 2 ~ belongs into a profile, not into an sso-session
          [services s]|region = a-b-1               ~ 2 ~ not into a services section
          [default]|region = a-b-1|region = a-b-2   ~ 3 ~ region is also set in line 2
          [default]|region                          ~ 2 ~ this line is not a setting
          [default]|aws_access_key_id = ASIAIOSFODNN7EXAMPLE|aws_secret_access_key = x ~ 2 ~ there is no aws_session_token beside it
          [default]|aws_session_token =|aws_access_key_id = ASIAIOSFODNN7EXAMPLE|aws_secret_access_key = x ~ 3 ~ there is no aws_session_token beside it
          """)
  void aConfigFile(String text, int line, String words) {
    Remark remark = review(text, false).getFirst();
    assertThat(remark.words()).contains(words);
    assertThat(remark.place().orElseThrow().line()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          [profile dev]|aws_access_key_id = x            ~ without the word profile
          [ dev ]|aws_access_key_id = x                  ~ part of the name
          [sso-session s]                                ~ read in the config file alone
          [default]|aws_secret_access_key = 'x y'        ~ quotes around the value
          [default]|aws_secret_access_key = x y          ~ a space inside the value
          """)
  void aCredentialsFile(String text, String words) {
    assertThat(review(text, true).getFirst().words()).contains(words);
  }

  @Test
  void invisibleCharactersAreToldWithTheirPlace() {
    Remark remark = review("[default]\nregion\u200b = a-b-1\n", false).getFirst();
    assertThat(remark.words()).isEqualTo("there is an invisible character here, U+200B");
    assertThat(remark.place().orElseThrow().column()).isEqualTo(7);
    assertThat(review("\ufeff[default]\n", false).getFirst().words()).contains("byte order mark");
    assertThat(review("[default]\r\nregion = a-b-1\r\n", false).getFirst().words())
        .contains("carriage returns");
    Remark later = review("[default]\n\nregion = a-b-1\r\n", false).getFirst();
    assertThat(later.place().orElseThrow().line()).isEqualTo(3);
  }

  @Test
  void otherEncodingsAreTold() {
    byte[] wide = "\ufeff[default]\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(FileReview.of("f", wide, false, Optional.empty()).getFirst().words())
        .contains("UTF-16");
    byte[] latin = "[default]\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(FileReview.of("f", latin, false, Optional.empty()).getFirst().place().orElseThrow())
        .hasToString("f:2:1");
  }

  @Test
  void aFileWithKeysThatOthersMayReadIsTold() {
    byte[] keys = "[default]\naws_secret_access_key = x\n".getBytes(StandardCharsets.UTF_8);
    byte[] none = "[default]\nregion = a-b-1\n".getBytes(StandardCharsets.UTF_8);
    assertThat(FileReview.of("f", keys, false, Optional.of(true))).hasSize(1);
    assertThat(FileReview.of("f", none, false, Optional.of(true))).isEmpty();
    assertThat(FileReview.of("f", keys, true, Optional.empty())).isEmpty();
  }

  @Test
  void aGoodFileIsNotTalkedAbout() {
    String config =
        """
        # mine
        [default]
        region = eu-west-1
        s3 =
          addressing_style = path
        [profile "a b"]
        sso_session = s
        sso_account_id = 1
        sso_role_name = r
        [sso-session s]
        sso_start_url = https://x
        sso_region = eu-west-1
        [services v]
        s3 =
          endpoint_url = http://x
        [plugins]
        cli = x
        """;
    assertThat(review(config, false)).isEmpty();
    assertThat(review("[a]\naws_access_key_id = x\naws_secret_access_key = y\n", true)).isEmpty();
  }
}
