package awsleuth.collect.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.boto.config.Proxies;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That curl by hand goes as boto3 goes. */
class ByProxyTest {

  private static ByProxy https(String name, String value) {
    Map<String, String> environment = Map.of(name, value);
    Proxies.Way way = new Proxies(environment).of("https", "sts.eu-west-1.amazonaws.com");
    return ByProxy.of(Optional.of(way), environment);
  }

  @Test
  void aProxyThatCurlReadsAlikeIsLeftToItsVariable() {
    ByProxy plain = https("HTTPS_PROXY", "http://user:pw@proxy.acme.example:3128/");
    assertThat(plain.where()).isEmpty();
    assertThat(plain.always()).isEqualTo(" -x \"$HTTPS_PROXY\"");
    assertThat(plain.host()).contains("proxy.acme.example");
    assertThat(https("https_proxy", "proxy.acme.example:3128").where()).isEmpty();
  }

  @Test
  void ofASocksProxyItIsLedWhereBoto3Goes() {
    ByProxy socks = https("HTTPS_PROXY", "socks5h://user:hunter22@127.0.0.1:1080");
    assertThat(socks.where()).isEqualTo(" -x http://socks5h:80");
    assertThat(socks.always()).isEqualTo(socks.where());
    assertThat(socks.host()).contains("socks5h");
  }

  @Test
  void aProxyThatNamesNoPortIsAskedWhereUrllib3AsksIt() {
    assertThat(https("HTTPS_PROXY", "http://proxy.acme.example").where())
        .isEqualTo(" -x http://proxy.acme.example:80");
    assertThat(https("HTTPS_PROXY", "https://user:hunter22@proxy.acme.example").where())
        .isEqualTo(" -x https://proxy.acme.example:443 -U '<user>:<password>'");
  }

  @Test
  void whatBoto3DoesNotReadLeadsCurlNowhere() {
    ByProxy all = https("ALL_PROXY", "socks5://127.0.0.1:1080");
    assertThat(all.where()).isEqualTo(" --noproxy '*'");
    assertThat(all.host()).isEmpty();
    assertThat(https("PATH", "/bin").where()).isEmpty();
    assertThat(https("PATH", "/bin").always()).isEqualTo(" --noproxy '*'");
  }

  @Test
  void theVariableThatCurlDoesNotReadIsGivenToIt() {
    Map<String, String> environment = Map.of("HTTP_PROXY", "http://127.0.0.1:3128");
    Proxies.Way way = new Proxies(environment).of("http", "127.0.0.2:4566");
    ByProxy http = ByProxy.of(Optional.of(way), environment);
    assertThat(http.where()).isEqualTo(" -x \"$HTTP_PROXY\"");
  }
}
