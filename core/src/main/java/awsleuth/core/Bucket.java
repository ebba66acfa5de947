package awsleuth.core;

/** The kinds of failure that a user sees first; each has a package of causes. */
public enum Bucket {
  CREDENTIALS,
  PERMISSIONS,
  THROTTLING,
  NETWORK,
  PARAMETERS,
  RESOURCE,
  SERVICE,
  CLIENT;

  /** The bucket's name in ids and output: lower case. */
  public String id() {
    return switch (this) {
      case CREDENTIALS -> "credentials";
      case PERMISSIONS -> "permissions";
      case THROTTLING -> "throttling";
      case NETWORK -> "network";
      case PARAMETERS -> "parameters";
      case RESOURCE -> "resource";
      case SERVICE -> "service";
      case CLIENT -> "client";
    };
  }
}
