package awsleuth.iam.policy;

/** Policies that allow everything to everybody, to decide without them in mind. */
public final class AllowAll {

  /** What such a policy is called in the place of a file. */
  public static final String NAME = "allow-all";

  private AllowAll() {}

  /** The policy of a type. */
  public static Policy of(PolicyType type) {
    String who =
        switch (type) {
          case IDENTITY, BOUNDARY, SESSION, SCP -> "";
          case RESOURCE, TRUST, RCP, VPC_ENDPOINT -> "\"Principal\": \"*\", ";
        };
    String what = type == PolicyType.TRUST ? "" : ", \"Resource\": \"*\"";
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", "
            + who
            + "\"Action\": \""
            + (type == PolicyType.TRUST ? "sts:*" : "*")
            + "\""
            + what
            + "}]}";
    return PolicyParser.parse(NAME, type, text).policy().orElseThrow();
  }
}
