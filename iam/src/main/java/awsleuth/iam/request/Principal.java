package awsleuth.iam.request;

import java.util.Optional;

/**
 * Who makes a request (IAM user guide, "AWS JSON policy elements: Principal").
 *
 * <p>Accounts are twelve digits; ARNs are whole.
 */
public sealed interface Principal {

  /** The text of the anonymous principal. */
  String ANONYMOUS = "*anonymous*";

  /** What was given: an ARN, a service principal, or {@link #ANONYMOUS}. */
  String text();

  /** The principal's account; empty for services, providers and the anonymous. */
  String account();

  /** The root user of an account. */
  record Root(String text, String account) implements Principal {}

  /**
   * An IAM user.
   *
   * @param name without its path
   */
  record User(String text, String account, String name) implements Principal {}

  /**
   * A session of a role, or the role itself where no session is told.
   *
   * @param role the role's name without its path, which a session's ARN does not have
   * @param roleArn the role's ARN; for a session the one it has if the role has no path
   * @param pathKnown whether {@code roleArn} is known to have the role's path
   */
  record RoleSession(String text, String account, String role, String roleArn, boolean pathKnown)
      implements Principal {}

  /**
   * A session of STS GetFederationToken.
   *
   * @param name the session's name
   */
  record FederatedUser(String text, String account, String name) implements Principal {}

  /** A service such as {@code lambda.amazonaws.com} that calls for itself. */
  record Service(String text) implements Principal {
    @Override
    public String account() {
      return "";
    }
  }

  /** Somebody whom an OIDC or SAML provider has identified, before there is a session. */
  record Provider(String text) implements Principal {
    @Override
    public String account() {
      return "";
    }
  }

  /** Somebody who did not sign. */
  record Anonymous() implements Principal {
    @Override
    public String text() {
      return ANONYMOUS;
    }

    @Override
    public String account() {
      return "";
    }
  }

  /**
   * Reads a principal.
   *
   * @return empty where the text is no principal of a known form
   */
  static Optional<Principal> parse(String text) {
    if (text.equals(ANONYMOUS)) {
      return Optional.of(new Anonymous());
    }
    if (!text.startsWith("arn:")) {
      return other(text);
    }
    int service = text.indexOf(':', 4);
    int region = service < 0 ? -1 : text.indexOf(':', service + 1);
    int account = region < 0 ? -1 : text.indexOf(':', region + 1);
    int resource = account < 0 ? -1 : text.indexOf(':', account + 1);
    if (resource < 0) {
      return Optional.empty();
    }
    String id = text.substring(account + 1, resource);
    return ofArn(text, text.substring(4, service), id, resource + 1);
  }

  private static Optional<Principal> other(String text) {
    if (text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(new Root("arn:aws:iam::" + text + ":root", text));
    }
    if (text.endsWith(".amazonaws.com") || text.endsWith(".amazonaws.com.cn")) {
      return Optional.of(new Service(text));
    }
    boolean host = text.indexOf('.') > 0 && text.indexOf(' ') < 0;
    return host ? Optional.of(new Provider(text)) : Optional.empty();
  }

  private static Optional<Principal> ofArn(String text, String partition, String id, int at) {
    if (text.startsWith("assumed-role/", at)) {
      int session = text.indexOf('/', at + 13);
      String role = text.substring(at + 13, session < 0 ? text.length() : session);
      String arn = "arn:" + partition + ":iam::" + id + ":role/" + role;
      return Optional.of(new RoleSession(text, id, role, arn, false));
    }
    if (text.startsWith("user/", at)) {
      return Optional.of(new User(text, id, text.substring(text.lastIndexOf('/') + 1)));
    }
    if (text.startsWith("role/", at)) {
      String role = text.substring(text.lastIndexOf('/') + 1);
      return Optional.of(new RoleSession(text, id, role, text, true));
    }
    if (text.startsWith("federated-user/", at)) {
      return Optional.of(new FederatedUser(text, id, text.substring(at + 15)));
    }
    if (text.startsWith("oidc-provider/", at) || text.startsWith("saml-provider/", at)) {
      return Optional.of(new Provider(text));
    }
    boolean root = text.length() == at + 4 && text.startsWith("root", at);
    return root || text.startsWith("assumed-root", at)
        ? Optional.of(new Root(text, id))
        : Optional.empty();
  }
}
