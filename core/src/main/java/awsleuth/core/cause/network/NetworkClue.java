package awsleuth.core.cause.network;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words of operating systems, urllib3 and OpenSSL that tell what happened to a connection. */
enum NetworkClue implements Clue {
  NOT_RESOLVED(
      "name or service not known",
      "temporary failure in name resolution",
      "nodename nor servname",
      "failed to resolve",
      "getaddrinfo failed",
      "no address associated with hostname",
      "nameresolutionerror",
      "gaierror",
      "no such host",
      "enotfound",
      "eai_again",
      "unknownhostexception",
      "could not resolve host",
      "couldn't resolve host",
      "inaccessible host"),
  REFUSED(
      "connection refused",
      "errno 111",
      "errno 61]",
      "winerror 10061",
      "actively refused",
      "couldn't connect to server",
      "econnrefused"),
  UNREACHABLE(
      "network is unreachable", "no route to host", "errno 101", "errno 113", "ehostunreach"),
  RESET(
      "connection reset by peer",
      "errno 104",
      "remotedisconnected",
      "remote end closed connection",
      "connection aborted",
      "broken pipe",
      "winerror 10054",
      "curlcode: 52,",
      "curlcode: 55,",
      "curlcode: 56,",
      "ssl_error_syscall",
      "incompletemessage",
      "connection closed before message completed",
      "the write operation timed out",
      "econnreset",
      "socket hang up"),
  PROXY(
      "cannot connect to proxy",
      "tunnel connection failed",
      "proxyerror",
      "407 proxy authentication",
      "failed to connect to proxy"),
  /** Of urllib3 about the proxy's URL: botocore has looked at the endpoint's before. */
  PROXY_URL(
      "proxy url had no scheme",
      "not supported proxy scheme",
      "exception: failed to parse: http",
      "exception: invalid ipv6 url",
      "exception: an ipv4 address cannot be in brackets",
      "does not appear to be an ipv4 or ipv6 address"),
  /** Of the pages by which proxies say that they let nothing through. */
  PROXY_PAGE(
      "zscaler",
      "blocked by corporate policy",
      "forcepoint",
      "blue coat",
      "netskope",
      "fortigate",
      "fortiguard",
      "cisco umbrella",
      "(squid/",
      "squid-internal-",
      "x-squid-error",
      "mcafee web gateway"),
  PROXY_LOGIN("407 proxy authentication", "proxy authentication required"),
  UNTRUSTED(
      "certificate verify failed",
      "certificate_verify_failed",
      "self signed certificate",
      "self-signed certificate",
      "unable to get local issuer",
      "unable to get issuer certificate",
      "certificate has expired",
      "x509: certificate signed by unknown",
      "x509: certificate has expired",
      "pkix path building failed",
      "self_signed_cert_in_chain",
      "unable_to_get_issuer_cert",
      "unable to verify the first certificate",
      "ssl peer certificate or ssh remote key was not ok"),
  /** A date of a certificate has passed. */
  ENDED("certificate has expired", "certificate expired"),
  /** A date of a certificate has not come. */
  NOT_BEGUN("certificate is not yet valid"),
  HOSTNAME(
      "doesn't match",
      "hostname mismatch",
      "not valid for",
      "ip address mismatch",
      "x509: certificate is valid for",
      "subjectaltname fields were found"),
  /** The certificate is for no name that could be the host's. */
  NO_NAME("subjectaltname fields were found"),
  OTHER_REGION(
      "expecting '",
      "must be addressed using the specified endpoint",
      "is in this region",
      "location constraint is incompatible for the region specific endpoint",
      "authorization header is malformed; the region",
      "please send all future requests to this endpoint",
      "s3 client configured for region",
      "location-constraint is not valid",
      "location constraint is not valid"),
  MALFORMED("the credential is mal-formed", "requires three components"),
  UNSPECIFIED_LOCATION("the unspecified location constraint"),
  /** Of SDKs in other languages. */
  NO_REGION(
      "invalid configuration: missing region",
      "region is missing",
      "missing region in config",
      "missing region configuration",
      "unable to find a region via the region provider chain",
      "no region was provided",
      "the argument \"region\" is required",
      "missingregion: "),
  TOO_MANY_FILES("too many open files", "errno 24]"),
  CONNECT_TIMED_OUT(
      "connect timeout",
      "connecttimeouterror",
      "connection timed out",
      "errno 110",
      "timed out. (connect timeout",
      "connect timed out",
      "context deadline exceeded. please check your task network configuration",
      "i/o timeout",
      "etimedout"),
  READ_TIMED_OUT("read timed out", "read timeout", "the read operation timed out"),
  /** Of botocore while the body of an answer is read: urllib3 does not tell it the URL. */
  NO_URL("read timeout on endpoint url: \"none\""),
  /** Of OpenSSL in Python: the connection was there, and was too slow. */
  TLS_TIMED_OUT("the read operation timed out", "the write operation timed out"),
  /** Of curl, which pyarrow calls by: neither connecting nor answering is told. */
  TIME_WAS_UP("curlcode: 28,"),
  INCOMPLETE(
      "incompleteread",
      "bytes read, but total bytes expected",
      "connection broken",
      "response payload is not completed");

  private final List<String> phrases;

  NetworkClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  @Override
  public Scope scope() {
    return this == PROXY_PAGE ? Scope.ANYWHERE : Scope.MESSAGES;
  }
}
