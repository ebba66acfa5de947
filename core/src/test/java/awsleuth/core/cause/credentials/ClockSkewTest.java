package awsleuth.core.cause.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClockSkewTest {

  @Test
  void two_hosts_agree_whatever_else_is_between_them() {
    assertThat(ClockSkew.agree(List.of(clock("a", 900), clock("b", 700)))).isTrue();
    assertThat(ClockSkew.agree(List.of(clock("a", 900), clock("a", 850), clock("b", 700))))
        .isTrue();
    assertThat(ClockSkew.agree(List.of(clock("a", 900), clock("b", 500)))).isFalse();
    assertThat(ClockSkew.agree(List.of(clock("a", 900), clock("a", 900)))).isFalse();
  }

  @Test
  @Timeout(20)
  void many_clocks_of_one_host_are_compared_quickly() {
    List<ProbeResult> many = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      many.add(clock("a", i % 1000));
    }
    assertThat(ClockSkew.agree(many)).isFalse();
  }

  private static ProbeResult clock(String host, long ahead) {
    return new ProbeResult(
        "clock",
        ProbeResult.Verdict.FINDING,
        "",
        Map.of("ahead_seconds", String.valueOf(ahead)),
        new ProbeResult.Call("s3", "GetObject", "", "http://" + host + ".example.com"),
        "",
        new Source("doctor", 6));
  }
}
