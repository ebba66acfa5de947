package awsleuth.collect.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which proxy an environment names. */
class ProxyVariablesTest {

  private static String proxy(String url, String... variables) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    Proxy proxy = new ProxyVariables(environment).of(URI.create(url));
    return proxy.address() == null ? "none" : proxy.address().toString();
  }

  @Test
  void theProxyOfTheSchemeCounts() {
    assertThat(proxy("https://sts.amazonaws.com/", "HTTPS_PROXY", "http://proxy:3128"))
        .contains("proxy", "3128");
    assertThat(proxy("https://sts.amazonaws.com/", "HTTP_PROXY", "http://proxy:3128"))
        .isEqualTo("none");
    assertThat(
            proxy("https://sts.amazonaws.com/", "https_proxy", "one:80", "HTTPS_PROXY", "two:80"))
        .contains("one");
  }

  @Test
  void hostsOfNoProxyAreAskedDirectly() {
    String[] proxy = {"HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", "localhost,.amazonaws.com"};
    assertThat(proxy("https://sts.amazonaws.com/", proxy)).isEqualTo("none");
    assertThat(proxy("https://amazonaws.com.example/", proxy)).contains("proxy");
  }
}
