package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import java.util.List;
import java.util.Map;

/** What asking the rules for one call gave. */
public sealed interface EndpointOutcome {

  /** What the rules were given, in their order. */
  List<RuleInput> inputs();

  /** What the rules were asked; nothing if it did not come to that. */
  Trace trace();

  /**
   * An endpoint.
   *
   * @param url scheme, host and often a path, without that of the operation
   * @param headers to be sent, one value each
   * @param parameters the parameters of the call, changed where botocore changes them here
   * @param express whether it is of S3 Express
   * @param auth what the rules say of the signature
   */
  record Endpoint(
      String url,
      Map<String, String> headers,
      PyValue.Dict parameters,
      boolean express,
      Auth auth,
      List<RuleInput> inputs,
      Trace trace)
      implements EndpointOutcome {}

  /**
   * What the rules, or the model of the operation, say of the signature.
   *
   * @param version botocore's name such as {@code v4}; empty where the client's own counts
   * @param region empty where the client's own counts
   * @param name empty where the client's own counts
   */
  record Auth(String version, String region, String name) {}

  /** botocore raises before it looks at the parameters of the call. */
  record Refused(Raised raised, List<RuleInput> inputs, Trace trace) implements EndpointOutcome {}
}
