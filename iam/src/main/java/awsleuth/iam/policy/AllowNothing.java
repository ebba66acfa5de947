package awsleuth.iam.policy;

/** Policies that allow nothing and deny nothing, to decide what needs no policy of their type. */
public final class AllowNothing {

  /** What such a policy is called in the place of a file. */
  public static final String NAME = "allow-nothing";

  private AllowNothing() {}

  /** The policy of a type that names no principals. */
  public static Policy of(PolicyType type) {
    String text =
        "{\"Version\": \"2012-10-17\","
            + " \"Statement\": [{\"Effect\": \"Allow\", \"NotAction\": \"*\", \"Resource\": \"*\"}]}";
    return PolicyParser.parse(NAME, type, text).policy().orElseThrow();
  }
}
