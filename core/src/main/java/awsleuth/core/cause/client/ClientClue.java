package awsleuth.core.cause.client;

import awsleuth.core.fact.Clue;
import java.util.List;

/** Words of Python and its libraries about the program's own process. */
enum ClientClue implements Clue {
  IMPORT(
      "cannot import name",
      "no module named 'botocore",
      "no module named 'boto3",
      "no module named boto",
      "no module named 'urllib3",
      "no module named 'six",
      "no module named 'aiobotocore",
      "default_ciphers",
      "urllib3 v2 only supports openssl",
      "requirement.parse('boto",
      "requirement.parse('awscli",
      "no module named",
      "module 'botocore",
      "module 'aiobotocore",
      "'aioclientcreator' object",
      "'aiosession' object",
      "set_ciphers() argument must be str",
      // pyOpenSSL's binding; a program may have a module of that name too
      "module 'lib' has no attribute 'x509_",
      "module 'lib' has no attribute 'openssl_",
      "module 'lib' has no attribute 'ssl_st_",
      "module 'lib' has no attribute 'ssl_ctx_",
      "module 'lib' has no attribute 'sslv",
      "module 'lib' has no attribute 'err_",
      "module 'lib' has no attribute 'evp_",
      "module 'lib' has no attribute 'gen_email'",
      "incompatible",
      "unexpected keyword argument",
      "'module' object has no attribute"),
  NONE("nonetype"),
  /** The module itself is not there, which is no conflict of versions. */
  ABSENT(
      "no module named 'boto3'",
      "no module named 'botocore'",
      "no module named 'aiobotocore'",
      "no module named 's3transfer'",
      "no module named boto3",
      "no module named botocore"),
  UNMET(
      "but you'll have boto",
      "but you have boto",
      "but you have urllib3",
      "the user requested boto",
      "boto3 required for this module",
      "required python library (boto"),
  LACKING("required positional argument"),
  CIRCULAR("partially initialized module"),
  MOCKS("'mock_s3' from 'moto'", "'mock_sts' from 'moto'", "'mock_dynamodb", "'mock_"),
  THREADS(
      "'credential_provider'",
      "'endpoint_resolver'",
      "unknown component: endpoint_resolver",
      "unknown component: credential_provider",
      "dictionary changed size during iteration"),
  SHUTDOWN(
      "cannot schedule new futures after",
      "can't start new thread at interpreter shutdown",
      "interpreter shutdown",
      "sys.meta_path is none"),
  STREAM(
      "i/o operation on closed file",
      "read of closed file",
      "need to rewind the stream",
      "seek() takes",
      "underlying connection is closed",
      "not seekable",
      "object is not seekable",
      "read() called after"),
  WRAPPED("an http client raised an unhandled exception", "client raised and unhandled exception"),
  MD5(
      "does not support md5",
      "disabled for fips",
      "fips forbidden algorithm",
      "digital envelope routines",
      "missing required header for this request: content-md5",
      "unsupported hash type md5"),
  DATA("unable to load data for"),
  /** Of the SDKs for Java, whose clients have a pool of connections each. */
  POOL("timeout waiting for connection from pool", "acquire operation took longer"),
  /** Of curl, by which pyarrow calls. */
  CURL("a libcurl function was given a bad argument"),
  RESOURCES(
      "cannot allocate memory",
      "no space left on device",
      "can't start new thread",
      "errno 12]",
      "errno 28]",
      "memoryerror"),
  /** What has a cause of its own: the endpoint's URL, the proxy or its URL, the limit on files. */
  ELSEWHERE(
      "invalid header value",
      "failed to connect to proxy",
      "cannot connect to proxy",
      "tunnel connection failed",
      "too many open files",
      "not supported url scheme",
      "not supported proxy scheme",
      "proxy url had no scheme",
      "exception: failed to parse: http",
      "exception: invalid ipv6 url",
      "exception: an ipv4 address cannot be in brackets",
      "does not appear to be an ipv4 or ipv6 address"),
  /** Of urllib3, where a timeout that is set is none. */
  NOT_POSITIVE("timeout cannot be set to a value less than or equal to 0"),
  BUG(
      "a client error (invalidrequest) occurred: missing required header",
      "object has no attribute 'before_send'",
      "'namespace' object has no attribute",
      "maximum recursion depth exceeded");

  private final List<String> phrases;

  ClientClue(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  @Override
  public Scope scope() {
    return this == BUG ? Scope.ANYWHERE : Scope.MESSAGES;
  }
}
