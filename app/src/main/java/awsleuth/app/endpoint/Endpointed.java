package awsleuth.app.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Raised;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientSetting;
import awsleuth.boto.endpoint.RuleInput;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.endpoint.Trace;
import java.util.List;
import java.util.Optional;

/**
 * What {@code awsleuth endpoint} found out.
 *
 * @param operation its API name; empty if none was asked for
 * @param endpoint the URL that the rules gave; empty if botocore raises before
 * @param request the whole URL of the request; empty where the parameters do not suffice
 * @param template the URL with the names of parameters in braces, where the whole is not known;
 *     empty if no operation was asked for
 * @param signing how the request is signed; empty if botocore raises
 * @param raised what botocore raises; empty if it does not
 * @param settings the settings that were looked up
 * @param inputs what the rules were given
 * @param trace what the rules were asked
 * @param advice what is to be said besides
 * @param catalog where AWS's data is from
 */
record Endpointed(
    String service,
    String operation,
    Optional<String> endpoint,
    Optional<String> request,
    Optional<String> template,
    Optional<Signing> signing,
    Optional<Raised> raised,
    List<Client.Decision> settings,
    List<RuleInput> inputs,
    Trace trace,
    List<Advice> advice,
    String catalog) {

  /** Where botocore makes no client. */
  static Endpointed refused(
      AwsCatalog catalog,
      String service,
      String operation,
      Raised raised,
      List<Client.Decision> settings,
      List<Advice> advice) {
    return new Endpointed(
        service,
        operation,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(raised),
        settings,
        List.of(),
        new Trace(List.of()),
        advice,
        catalog.origin());
  }

  /** The URL as far as it is known; empty if botocore raises before there is one. */
  Optional<String> url() {
    return request.or(() -> template).or(() -> endpoint);
  }

  /** What is to be said of a URL with the names of parameters in it. */
  Optional<String> open() {
    return template
        .filter(t -> t.indexOf('{') >= 0)
        .map(t ->
            "what is in braces comes from the call: --param NAME=VALUE"
                + (t.contains("/{Bucket}") && service.equals("s3")
                    ? "; a bucket that fits into the host moves there"
                    : ""));
  }

  /** Whether botocore raises, or the call would go where nobody answers. */
  boolean isFaulty() {
    return raised.isPresent() || advice.stream().anyMatch(Advice::isFault);
  }

  /** A value as it is shown: without the password that the endpoint URLs have which are set. */
  String shown(Object value) {
    String text = String.valueOf(value);
    for (Client.Decision set : settings) {
      if (set.setting() == ClientSetting.URL) {
        text = withoutPassword(text, String.valueOf(set.found().value()));
      }
    }
    return text;
  }

  /** A text without the password of a URL, whose scheme may be missing. */
  private static String withoutPassword(String text, String url) {
    int start = url.indexOf("//") < 0 ? 0 : url.indexOf("//") + 2;
    int end = url.indexOf('/', start);
    String authority = url.substring(start, end < 0 ? url.length() : end);
    int at = authority.lastIndexOf('@');
    int colon = authority.indexOf(':');
    return colon < 0 || colon > at
        ? text
        : text.replace(authority.substring(0, at + 1), authority.substring(0, colon) + ":***@");
  }

  /** Who set an input of the rules, for people. */
  static String source(RuleInput.Source source) {
    return switch (source) {
      case RuleInput.Operation _ -> "the operation";
      case RuleInput.Parameter(String path) -> "parameter " + path;
      case RuleInput.Configuration(String name, var origin) -> name + ", " + origin.words();
      case RuleInput.BuiltIn(String name, var origin) -> name + ", " + origin.words();
    };
  }
}
