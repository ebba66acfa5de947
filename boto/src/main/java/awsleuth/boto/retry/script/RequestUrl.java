package awsleuth.boto.retry.script;

import awsleuth.boto.python.Percent;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;

/** The URL of a request to a server whose address is an IP address. */
final class RequestUrl {

  private RequestUrl() {}

  /** The server's address, the path with its parameters, and the query of the model. */
  static String of(String server, Target target, Dict params) {
    String uri = target.operation().uri();
    StringBuilder url = new StringBuilder(server);
    int i = 0;
    while (i < uri.length()) {
      int open = uri.indexOf('{', i);
      int close = open < 0 ? -1 : uri.indexOf('}', open);
      if (close < 0) {
        break;
      }
      url.append(uri, i, open).append(value(params, uri.substring(open + 1, close)));
      i = close + 1;
    }
    url.append(uri.substring(i));
    if (target.isS3() && target.operation().name().startsWith("ListObject")) {
      url.append(uri.indexOf('?') < 0 ? '?' : '&').append("encoding-type=url");
    }
    return url.toString();
  }

  private static String value(Dict params, String label) {
    boolean path = label.endsWith("+");
    String name = path ? label.substring(0, label.length() - 1) : label;
    String value = params.get(name) instanceof Str s ? s.value() : "-";
    return path ? Percent.quote(value) : Percent.encode(value);
  }
}
