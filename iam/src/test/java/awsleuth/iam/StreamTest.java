package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Any number of requests against the same policies takes no more memory than some. */
class StreamTest {

  private static final int REQUESTS = 60_000;

  /** Decides requests no two of which have a name in common; each name has a thousand letters. */
  public static void main(String[] args) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*",
         "Resource": "arn:aws:s3:::${aws:username}/*",
         "Condition": {"StringLike": {"aws:PrincipalTag/team": "team-*"}}}]}
        """;
    Policy policy = PolicyParser.parse("p", PolicyType.IDENTITY, text).policy().orElseThrow();
    Authorizer authorizer = Authorizer.of(PolicySet.NONE.withIdentity(List.of(policy)));
    int allowed = 0;
    for (int i = 0; i < REQUESTS; i++) {
      String name = "n".repeat(1_000) + i;
      Principal user = Principal.parse("arn:aws:iam::111122223333:user/" + name).orElseThrow();
      Context context = Context.of(Map.of("aws:PrincipalTag/team", "team-" + name, name, name));
      String resource = "arn:aws:s3:::" + name + "/" + name;
      Result result = authorizer.decide(new Request(user, "s3:" + name, resource, "", context));
      allowed += result == Result.ALLOWED ? 1 : 0;
    }
    System.out.println(allowed);
  }

  @Test
  void differentRequestsWithoutEndFitIntoASmallHeap() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                StreamTest.class.getName())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    assertThat(out.strip()).isEqualTo(String.valueOf(REQUESTS));
  }
}
