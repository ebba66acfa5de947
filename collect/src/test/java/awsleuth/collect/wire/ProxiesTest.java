package awsleuth.collect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.config.Proxies;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies as Python's {@code urllib.request} and botocore take them. */
class ProxiesTest {

  private static Proxies.Way way(String url, String... variables) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return new Route(new Proxies(environment), () -> new Route.Trust.Bundle(CaBundle.UNVERIFIED))
        .way(URI.create(url));
  }

  private static String proxy(String... variables) {
    return way("https://sts.amazonaws.com/", variables)
        .proxy()
        .map(Proxy::of)
        .map(Proxy::shown)
        .orElse("none");
  }

  @Test
  void theNameInSmallLettersCountsWhateverTheOrder() {
    assertThat(proxy("HTTPS_PROXY", "http://one:1")).isEqualTo("http://one:1");
    assertThat(proxy("https_proxy", "two:2", "HTTPS_PROXY", "one:1")).isEqualTo("http://two:2");
    assertThat(proxy("HTTPS_PROXY", "one:1", "https_proxy", "two:2")).isEqualTo("http://two:2");
    assertThat(proxy("HTTPS_PROXY", "one:1", "https_proxy", "")).isEqualTo("none");
    assertThat(proxy("Https_Proxy", "one:1")).isEqualTo("http://one:1");
    assertThat(proxy("ALL_PROXY", "one:1", "HTTP_PROXY", "two:2")).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amazonaws.com | amazonaws.com",
        ".amazonaws.com | .amazonaws.com",
        "localhost, ..AmazonAWS.com | ..AmazonAWS.com",
        "sts.amazonaws.com:443 | ''",
        "* | *",
        "localhost,* | ''",
        "*.amazonaws.com | ''",
        "0.0.0.0/0 | ''",
        "aws.com | ''",
        "com | com",
      })
  void noProxyIsAListOfNamesAndOfWhatNamesEndWith(String list, String excepted) {
    Proxies.Way way =
        way("https://sts.amazonaws.com/", "HTTPS_PROXY", "http://proxy:1", "NO_PROXY", list);
    assertThat(way.excepted()).isEqualTo(excepted);
    assertThat(way.proxy().isEmpty()).isEqualTo(!excepted.isEmpty());
  }

  @Test
  void whatPythonMakesNothingOfIsTold() {
    assertThat(
            way("https://a.example/", "HTTPS_PROXY", "p:1", "NO_PROXY", "10.0.0.0/8, *.x,y")
                .ignored())
        .containsExactly("10.0.0.0/8", "*.x");
  }

  @Test
  void aPortInTheListCountsForThatPort() {
    assertThat(
            way("https://h.example:8443/", "HTTPS_PROXY", "p:1", "NO_PROXY", "h.example:8443")
                .excepted())
        .isEqualTo("h.example:8443");
  }

  @Test
  void userAndPasswordAreTakenOutOfWhatIsShown() {
    Proxy proxy =
        way("http://h/", "http_proxy", "http://bob:a%40b@p:1/x")
            .proxy()
            .map(Proxy::of)
            .orElseThrow();
    assertThat(proxy.toString()).isEqualTo("http://***:***@p:1");
    assertThat(proxy.credentials()).isEqualTo("bob:a@b");
    assertThat(proxy.port()).isEqualTo(1);
  }
}
