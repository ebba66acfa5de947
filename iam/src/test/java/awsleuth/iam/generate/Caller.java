package awsleuth.iam.generate;

import java.util.List;

/**
 * Who makes a generated request.
 *
 * @param kind what it is
 * @param text the principal of the batch contract
 * @param account its account; empty where it has none
 * @param roleArn the ARN of its role, as {@code aws:PrincipalArn} tells it; empty for all but roles
 */
record Caller(Kind kind, String text, String account, String roleArn) {

  enum Kind {
    USER,
    SESSION,
    ROLE,
    FEDERATED,
    ROOT,
    SERVICE,
    PROVIDER,
    ANONYMOUS
  }

  static final String A = "111122223333";
  static final String B = "444455556666";

  static Caller pick(Dice dice) {
    String account = dice.percent(70) ? A : B;
    int throwOf = dice.below(100);
    if (throwOf < 30) {
      String name = dice.of("al", "bo", "p/al");
      return new Caller(Kind.USER, iam(account, "user/" + name), account, "");
    }
    if (throwOf < 62) {
      return session(dice, account);
    }
    if (throwOf < 66) {
      String arn = iam(account, dice.of("role/r1", "role/p/r1"));
      return new Caller(Kind.ROLE, arn, account, arn);
    }
    if (throwOf < 78) {
      String name = dice.of("al", "bo");
      String arn = "arn:aws:sts::" + account + ":federated-user/" + name;
      return new Caller(Kind.FEDERATED, arn, account, "");
    }
    if (throwOf < 85) {
      String text = dice.percent(70) ? iam(account, "root") : account;
      return new Caller(Kind.ROOT, text, account, "");
    }
    if (throwOf < 90) {
      return new Caller(Kind.SERVICE, dice.of(services()), "", "");
    }
    return throwOf < 95
        ? new Caller(Kind.PROVIDER, dice.of(providers()), "", "")
        : new Caller(Kind.ANONYMOUS, "*anonymous*", "", "");
  }

  private static Caller session(Dice dice, String account) {
    String role = dice.of("r1", "r1", "r2");
    String path = dice.of("", "", "", "p/", "aws-service-role/x.amazonaws.com/");
    String text = "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + dice.of("s1", "s2");
    return new Caller(Kind.SESSION, text, account, iam(account, "role/" + path + role));
  }

  static String iam(String account, String resource) {
    return "arn:aws:iam::" + account + ":" + resource;
  }

  static List<String> services() {
    return List.of("lambda.amazonaws.com", "s3.amazonaws.com");
  }

  static List<String> providers() {
    return List.of(
        iam(A, "oidc-provider/idp.example.com"),
        "accounts.google.com",
        "cognito-identity.amazonaws.com");
  }

  boolean hasPolicies() {
    return isSession() || kind == Kind.USER;
  }

  boolean isSession() {
    return kind == Kind.SESSION || kind == Kind.ROLE || kind == Kind.FEDERATED;
  }
}
