package awsleuth.trail.make;

/**
 * Who calls.
 *
 * @param kind what it is
 * @param account its account; empty for a service
 * @param name the role's or user's name, or the service's
 * @param session the name of the role's session; empty for others
 * @param address where its calls come from
 * @param agent what its calls are made with
 * @param endpoint the VPC endpoint that its calls come through; empty for none
 */
record Caller(
    Kind kind,
    String account,
    String name,
    String session,
    String address,
    String agent,
    String endpoint) {

  /** What calls are made by. */
  enum Kind {
    ROLE,
    USER,
    SERVICE
  }

  static Caller role(String account, String name, String session, String address, String agent) {
    return new Caller(Kind.ROLE, account, name, session, address, agent, "");
  }

  static Caller user(String account, String name, String address, String agent) {
    return new Caller(Kind.USER, account, name, "", address, agent, "");
  }

  static Caller service(String name) {
    return new Caller(Kind.SERVICE, "", name, "", name, name, "");
  }

  /** The same through a VPC endpoint, from a private address. */
  Caller through(String vpce, String privateAddress) {
    return new Caller(kind, account, name, session, privateAddress, agent, vpce);
  }

  /** The ARN of what policies are attached to; the name of a service. */
  String owner() {
    return switch (kind) {
      case ROLE -> "arn:aws:iam::" + account + ":role/" + name;
      case USER -> "arn:aws:iam::" + account + ":user/" + name;
      case SERVICE -> name;
    };
  }

  /** The ARN as messages have it. */
  String arn() {
    return kind == Kind.ROLE
        ? "arn:aws:sts::" + account + ":assumed-role/" + name + "/" + session
        : owner();
  }

  /** The access key's ID that its calls are signed with, at a moment; a session's lasts an hour. */
  String key(long time) {
    boolean user = kind == Kind.USER;
    Dice dice = user ? Dice.of(11, owner()) : Dice.of(time / 3_600_000, arn());
    return (user ? "AKIA" : "ASIA") + dice.capitals(16);
  }

  /** IAM's own ID of the role or user. */
  String id() {
    return (kind == Kind.USER ? "AIDA" : "AROA") + Dice.of(7, owner()).capitals(17);
  }
}
