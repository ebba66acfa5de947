package awsleuth.core.cause.credentials;

import awsleuth.core.fact.Clue;
import awsleuth.core.fact.OthersThing;
import java.util.List;

/** Words of botocore, the CLI, STS and SSO about credentials. */
enum CredentialsClue implements Clue {
  NONE(
      "unable to locate credentials",
      "unable to load aws credentials",
      "unable to load credentials",
      "no credentials provider",
      "no valid credential sources",
      "no aws credentials provided",
      "unable to get iam security credentials",
      "missingcredentialserror",
      "unable to sign request without credentials set",
      "could not load credentials from any providers",
      "no valid credential sources",
      "no aws credentials provided",
      "unable to get iam security credentials",
      "unable to sign request without credentials",
      "nocredentialproviders",
      "missing credentials in config",
      "aws provider credentials not found",
      "unable to resolve aws account to use",
      "find aws credentials in environment",
      "valid credentials could not be sourced",
      "static credentials are empty",
      "'nonetype' object has no attribute 'access_key'",
      "'nonetype' object has no attribute 'get_frozen_credentials'"),
  /** A key id in the text, which is shortened there. */
  LONG_TERM_KEY("akia\u2026") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  REFUSED(
      "not authorized to perform sts:assumerolewithwebidentity",
      "not authorized to perform: sts:assumerolewithwebidentity"),
  /** Of tools that go through a whole chain, of which instance metadata was but the last. */
  WHOLE_CHAIN("no valid credential sources", "providers in the chain", "nocredentialproviders") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** Of the SDKs for Go, about the token of a login that a chain was to use. */
  CHAIN_SSO(
      "the sso session has expired or is invalid",
      "ssoproviderinvalidtoken",
      "failed to read cached sso token",
      "cached sso token is expired",
      "refresh cached sso token failed") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** Of the SDKs for Go, which tools pass on without a word of the chain. */
  MISSING_PROFILE("failed to get shared config profile, ") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** Of GitHub's action for credentials. */
  ID_TOKEN("set the `id-token` permission", "unable to get actions_id_token_request_url") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  NO_PROVIDER("no openidconnect provider found in your account for"),
  DAEMON(
      "failed to initialize logging driver",
      "error response from daemon",
      "awslogs",
      "amazon-cloudwatch-agent",
      "amazon-ssm-agent") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** Of docker's login to a registry, which no keys of AWS are. */
  REGISTRY("authorization token has expired. reauthenticate", "no basic auth credentials"),
  EXPIRED(
      "security token included in the request is expired",
      "the provided token has expired",
      "token has expired",
      "session has expired",
      "credentials have expired",
      "token expired"),
  /** Sentences of AWS alone, which a program does not say of a token of its own. */
  EXPIRED_AT_AWS(
      "security token included in the request is expired", "the provided token has expired"),
  INVALID(
      "security token included in the request is invalid",
      "the aws access key id you provided does not exist"),
  /** What EC2 says under a code for credentials, of what is another account's. */
  OF_OTHERS(OthersThing.TEXTS.toArray(String[]::new)),
  HEADER(
      "invalid header value",
      "invalid leading whitespace",
      "newline in header",
      "illegal header value",
      "the credential is mal-formed",
      "header requires three components",
      "not a valid key=value pair"),
  SSO_EXPIRED(
      "sso session associated with this profile has expired",
      "error loading sso token",
      "token has expired and refresh failed",
      "token for * does not exist",
      "invalid refresh token provided",
      "error when retrieving token from sso",
      "the sso session has expired",
      "session token not found or invalid",
      "reauthenticate using 'aws login'"),
  /** The file of the token is not there. */
  SSO_ABSENT("token for * does not exist", "/sso/cache/ * no such file or directory") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  SSO_CONFIG(
      "missing required sso configuration",
      "sso_start_url",
      "the sso-session does not exist",
      "no access",
      "configured to use sso but is missing",
      "sso_session",
      "sso-session"),
  SSO_LACKING("missing required sso configuration", "configured to use sso but is missing"),
  PROCESS(
      "error when retrieving credentials from custom-process",
      "credential_process",
      "unsupported version * for credential process"),
  STS_INACTIVE("sts is not activated in this region"),
  TOKEN_FILE("webidentityerr: ", "unable to read file at /var/run/secrets/eks"),
  NO_ROLE_FOR_TOKEN("with web identity but has no role arn configured"),
  NO_SOURCE("no credentials found in credential_source referenced in profile"),
  BAD_SOURCE("the credential source * referenced in profile * is not valid"),
  ROLE_CONFIG("requires role_arn, profile ", "source profile must have credentials"),
  PROCESS_OF_SDK("processcredentialsprovider", "_retrieve_credentials_using") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** The lines of botocore that read a web identity token, and ask a container's endpoint. */
  TOKEN_READ("_web_identity_token_path", "_web_identity_token_loader") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  CONTAINER_ASKED("fetch_creds", "_retrieve_or_fail") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** The lines of botocore that ask for the code of an MFA device on the terminal. */
  MFA_ASKED("_mfa_prompter", "_assume_role_kwargs") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  /** The line of Python that reads a password from standard input, for want of a terminal. */
  NO_TERMINAL("fallback_getpass") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  IMDS(
      "169.254.169.254",
      "error retrieving metadata",
      "instance metadata",
      "iam-role",
      "ec2instancemetadata",
      "imds",
      "max number of attempts exceeded * when attempting to retrieve data from metadata"),
  IMDS_FAILED(
      "no ec2 imds role found",
      "credentials from the instance profile metadata",
      "ec2metadataerror",
      "ec2imds: ",
      "failed to load credentials from imds"),
  IMDS_ANSWER(
      "received from instance metadata service",
      "ec2metadataclient * failed with error code",
      "retrieve metadata token from aws: http error",
      "ec2metadataerror: failed to make ec2metadata request"),
  /** What {@code int()} says of a setting, and urllib3 of a timeout. */
  NO_NUMBER("invalid literal for int() with base 10", "exceeds the limit"),
  NOT_POSITIVE("timeout cannot be set to a value less than or equal to 0"),
  BAD_METADATA(
      "received non 200 response",
      "bad metadata",
      "unable to parse metadata",
      "kube2iam",
      "kiam",
      "returned non-json",
      "expecting value"),
  /** The address of EKS Pod Identity's agent. */
  POD_ENDPOINT("169.254.170.23"),
  /**
   * A host that botocore does not ask without TLS, and what it says of a token it does not send.
   */
  UNSUPPORTED_HOST("unsupported host '"),
  BAD_TOKEN("auth token value is not a legal header value"),
  /** EKS Pod Identity's agent, of a role that does not trust it. */
  NOT_ASSUMED("does not have permissions to assume the associated role"),
  NO_ASSOCIATION("no service account role association"),
  /** The file of EKS Pod Identity, which botocore reads before it asks the agent. */
  POD_TOKEN(
      "eks-pod-identity-token",
      "auth_token_file_path",
      "auth token value is not a legal header value") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  CONTAINER(
      "169.254.170.2",
      "169.254.170.23",
      "container-role",
      "ecscontainer",
      "aws_container_credentials",
      "container metadata",
      "from ecs metadata",
      "unsupported host"),
  MFA("multifactorauthentication failed", "mfa", "multi-factor"),
  WEB_IDENTITY(
      "assumerolewithwebidentity",
      "no openidconnect provider",
      "incorrect token audience",
      "invalididentitytoken",
      "web identity token",
      "aws_web_identity_token_file",
      "eks.amazonaws.com/serviceaccount",
      "couldn't retrieve verification key"),
  REFRESH(
      "credentials were refreshed, but the refreshed credentials are still expired",
      "refreshing temporary credentials failed during",
      "cannot refresh credentials"),
  ASYNC("asyncio", "aiobotocore", "threading.py", "concurrent/futures") {
    @Override
    public Scope scope() {
      return Scope.ANYWHERE;
    }
  },
  CRT("awscrt", "botocore[crt]"),
  SIG_VERSION(
      "aws signature version 4",
      "please use aws4-hmac-sha256",
      "the authorization mechanism you have provided is not supported",
      "signature version 4"),
  CLOCK(
      "signature expired",
      "signature not yet current",
      "requesttimetooskewed",
      "difference between the request time and the current time",
      "is now earlier than",
      "is later than"),
  PARTIAL("'aws_access_key_id'", "'aws_secret_access_key'");

  private final List<String> phrases;

  CredentialsClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
