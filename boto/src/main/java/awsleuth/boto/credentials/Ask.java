package awsleuth.boto.credentials;

import java.util.List;
import java.util.Optional;

/** What botocore asks of the world outside. */
public sealed interface Ask {

  /** For people, such as {@code GET http://169.254.170.2/v2}. */
  String words();

  /**
   * A request over HTTP.
   *
   * @param method such as {@code GET}
   * @param url whole
   */
  record Http(String method, String url) implements Ask {
    @Override
    public String words() {
      return method + " " + url;
    }
  }

  /**
   * A call of STS.
   *
   * @param action {@code AssumeRole} or {@code AssumeRoleWithWebIdentity}
   * @param url the configured endpoint; empty where there is none
   * @param roleArn the role
   * @param signer the access key id that signs it; empty where it is not signed
   */
  record Sts(String action, Optional<String> url, String roleArn, Optional<String> signer)
      implements Ask {
    @Override
    public String words() {
      return "sts " + action + " " + roleArn;
    }
  }

  /**
   * A program to run.
   *
   * @param command the program and its arguments; they may hold secrets
   */
  record Program(List<String> command) implements Ask {
    @Override
    public String words() {
      return "run " + (command.isEmpty() ? "nothing" : command.getFirst());
    }
  }
}
