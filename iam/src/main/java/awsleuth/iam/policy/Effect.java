package awsleuth.iam.policy;

/** The Effect of a statement; what has neither is no statement. */
public enum Effect {
  ALLOW,
  DENY
}
