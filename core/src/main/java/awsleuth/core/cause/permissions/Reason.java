package awsleuth.core.cause.permissions;

/** The causes among which a refusal is decided: at most one of them is proven for a call. */
enum Reason {
  NO_IDENTITY_ALLOW,
  CONDITION,
  MFA,
  RESOURCE,
  ACTION,
  EXPLICIT_IDENTITY,
  EXPLICIT_RESOURCE,
  NO_RESOURCE_ALLOW,
  SCP,
  RCP,
  BOUNDARY,
  SESSION,
  ENDPOINT,
  TRUST,
  PASS_ROLE,
  KMS,
  HEAD,
  PUBLIC_ACCESS,
  ENCODED,
  PROPAGATION,
  IDENTITY,
  /** Something that is told by words or a code of its own. */
  OTHER
}
