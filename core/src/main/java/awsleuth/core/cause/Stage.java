package awsleuth.core.cause;

/**
 * The stages in the life of a call, in the order in which botocore's client and then the service
 * come to them ({@code botocore/session.py}, {@code client.py} {@code _make_api_call}, {@code
 * endpoint.py}, {@code httpsession.py}).
 */
public enum Stage {
  /** Modules are imported. */
  IMPORT,
  /** A session reads configuration files and variables. */
  SESSION,
  /** A client is created: service model, Region, endpoint. */
  CLIENT,
  /** The endpoint rules are run for the call. */
  ENDPOINT,
  /** Parameters are validated and serialized. */
  PARAMETERS,
  /** Credentials are found or refreshed. */
  CREDENTIALS,
  /** The request is signed. */
  SIGNING,
  /** The endpoint's name is resolved. */
  DNS,
  /** The connection is made, to the endpoint or to a proxy. */
  CONNECT,
  /** TLS is agreed. */
  TLS,
  /** The request is sent and the answer awaited. */
  SEND,
  /** The service finds out who calls. */
  AUTHENTICATION,
  /** The service counts the call against its limits. */
  THROTTLING,
  /** The service decides whether the caller may. */
  AUTHORIZATION,
  /** The service looks at the parameters. */
  VALIDATION,
  /** The service looks up the thing and its state. */
  RESOURCE,
  /** The service does the work. */
  EXECUTION,
  /** botocore reads the response. */
  RESPONSE,
  /** The program reads the body, waits or retries. */
  AFTERWARDS
}
