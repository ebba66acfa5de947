package awsleuth.trail.change;

import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import java.util.Optional;

/** What kind of thing a change changed. */
public enum Topic {
  IDENTITY("identity-based policy", PolicyType.IDENTITY, Layer.IDENTITY),
  MANAGED("managed policy", PolicyType.IDENTITY, Layer.IDENTITY),
  TRUST("trust policy", PolicyType.TRUST, Layer.RESOURCE),
  BOUNDARY("permissions boundary", PolicyType.BOUNDARY, Layer.BOUNDARY),
  RESOURCE("resource-based policy", PolicyType.RESOURCE, Layer.RESOURCE),
  ENDPOINT("policy", PolicyType.VPC_ENDPOINT, Layer.VPC_ENDPOINT),
  ORGANISATION("organization policy", PolicyType.SCP, Layer.SCP),
  OWNER("existence or settings"),
  ACCESS_KEY("access key"),
  KEY_STATE("state"),
  GRANT("grant"),
  SETTING("setting"),
  TAGS("tags"),
  NETWORK("network"),
  QUOTA("quota");

  private final String words;
  private final Optional<PolicyType> type;
  private final Optional<Layer> layer;

  Topic(String words) {
    this.words = words;
    this.type = Optional.empty();
    this.layer = Optional.empty();
  }

  Topic(String words, PolicyType type, Layer layer) {
    this.words = words;
    this.type = Optional.of(type);
    this.layer = Optional.of(layer);
  }

  /** What it is, in a sentence. */
  public String words() {
    return words;
  }

  /** The type of the policy that a change of this kind writes; empty where it writes none. */
  public Optional<PolicyType> type() {
    return type;
  }

  /** The layer of a decision that such a policy is in; empty where there is none. */
  public Optional<Layer> layer() {
    return layer;
  }
}
