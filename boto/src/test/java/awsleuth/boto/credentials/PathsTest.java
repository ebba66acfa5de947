package awsleuth.boto.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, URLs and names of Regions as Python takes them. */
class PathsTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/home/ann/", "A", "$B");

  @ParameterizedTest
  @CsvSource({
    "~/x, /home/ann/x",
    "~, /home/ann",
    "~bob/x, ~bob/x",
    "$HOME/x, /home/ann//x",
    "${HOME}x, /home/ann/x",
    "$NONE/x, $NONE/x",
    "$A, $B",
    "a$, a$",
    "${, ${"
  })
  void aPathIsExpandedOnce(String path, String whole) {
    assertThat(Paths.expand(path, ENVIRONMENT)).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({
    "http://169.254.169.254/, true",
    "http://[fd00:ec2::254]/, true",
    "http://a.b.:80/x, true",
    "http://a_b/, false",
    "http://, false",
    "not a uri, false",
    "//host, true",
    "http://-a/, false",
    "http://user@host/, true"
  })
  void anEndpointOfTheMetadataService(String url, boolean valid) {
    assertThat(Urls.valid(url)).isEqualTo(valid);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.com/x, true",
    "http://127.0.0.9:80/x, true",
    "http://127.0.0.256/x, false",
    "http://[::1]/x, true",
    "http://LOCALHOST/x, true",
    "http://169.254.170.23/x, true",
    "http://[fd00:ec2::23]/x, true",
    "http://example.com/x, false",
    "creds, false"
  })
  void anEndpointOfAContainer(String url, boolean allowed) {
    boolean refused = false;
    try {
      Urls.allowed(url);
    } catch (Raise e) {
      refused = true;
    }
    assertThat(!refused).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, true",
    "US-EAST-1, true",
    "'', true",
    "bad_region, false",
    "' us-east-1', false",
    "123, false",
    "-a, false",
    "a-, false"
  })
  void aNameOfARegion(String name, boolean valid) {
    assertThat(Regions.valid(name)).isEqualTo(valid);
  }
}
