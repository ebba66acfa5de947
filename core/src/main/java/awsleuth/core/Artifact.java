package awsleuth.core;

import java.util.Optional;

/**
 * A piece of evidence as it came: a text with a name.
 *
 * @param name what citations call it: a path, {@code -} for standard input, or the reader's name
 * @param kind what it is, or {@link Kind#ANY} to have that found out
 * @param text its text, decoded
 */
public record Artifact(String name, Kind kind, String text) {

  /** What an artifact is. The names are the command's options and the fences of the pages. */
  public enum Kind {
    /** To be found out from the content. */
    ANY,
    /** A traceback, log or message: any text that a failure shows in. */
    TRACEBACK,
    /** Environment variables, one {@code NAME=value} a line. */
    ENV,
    /** {@code ~/.aws/config}. */
    CONFIG,
    /** {@code ~/.aws/credentials}. */
    CREDENTIALS,
    /** An identity-based policy. */
    POLICY_IDENTITY,
    /** A resource-based policy. */
    POLICY_RESOURCE,
    /** A permissions boundary. */
    POLICY_BOUNDARY,
    /** A service control policy. */
    POLICY_SCP,
    /** A resource control policy. */
    POLICY_RCP,
    /** A session policy. */
    POLICY_SESSION,
    /** A VPC endpoint policy. */
    POLICY_VPC_ENDPOINT,
    /** A role's trust policy. */
    POLICY_TRUST,
    /** A policy of which nothing tells what it is attached to. */
    POLICY,
    /** One or more CloudTrail events. */
    TRAIL,
    /** What IAM's policy simulator answered. */
    SIMULATION,
    /** What a folder's {@code awsleuth.json} says of its files. */
    MANIFEST,
    /** An encoded authorization message, decoded; or authorization details. */
    AUTHORIZATION,
    /** Quotas of a service, and how much of them is used. */
    USAGE,
    /** Tags of users, roles and resources. */
    TAGS,
    /** The parameters of the call: a JSON object, a call in Python, a command of the AWS CLI. */
    PARAMS,
    /** What {@code awsleuth run --record} kept of a program's calls. */
    RECORD;

    /** The kind of a {@link #label}; empty if there is none. */
    public static Optional<Kind> labelled(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** The name on the command line and after a fence: {@code policy:vpc-endpoint}, {@code env}. */
    public String label() {
      String lower = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      return lower.startsWith("policy-") ? "policy:" + lower.substring(7) : lower;
    }
  }
}
