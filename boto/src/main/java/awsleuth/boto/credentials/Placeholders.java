package awsleuth.boto.credentials;

import awsleuth.boto.python.PyValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values for the placeholders of a record: a home, a server that answers, and a port that does not.
 * What comes out has the placeholders again.
 */
record Placeholders(String home) {

  private static final String SERVER = "http://127.0.0.1:40001";
  private static final String CLOSED = "http://127.0.0.1:40002";

  /** Places with the lengths that such places have. */
  static final Placeholders USUAL = new Placeholders("/tmp/bcoracle-00000000");

  String fill(String text) {
    String out = text;
    for (Map.Entry<String, String> e :
        List.of(
            Map.entry("${HOME}", home),
            Map.entry("${SERVER}", SERVER),
            Map.entry("${CLOSED}", CLOSED),
            Map.entry("${HOSTPORT}", "127.0.0.1:40001"),
            Map.entry("${PORT}", "40001"))) {
      out = out.replace(e.getKey(), e.getValue());
    }
    return out;
  }

  String restore(String text) {
    return text.replace(SERVER, "${SERVER}")
        .replace("127.0.0.1:40001", "${HOSTPORT}")
        .replace(CLOSED, "${CLOSED}")
        .replace("localhost:40001", "localhost:${PORT}")
        .replace(home, "${HOME}");
  }

  PyValue restore(PyValue value) {
    return Texts.map(value, this::restore);
  }

  /** The path of a URL of the server, without its query; empty for any other. */
  Optional<String> serverPath(String url) {
    for (String base : List.of(SERVER, "http://localhost:40001", "http://169.254.170.2")) {
      if (url.startsWith(base)) {
        String path = url.substring(base.length());
        int query = path.indexOf('?');
        String plain = query < 0 ? path : path.substring(0, query);
        return Optional.of(plain.isEmpty() ? "/" : plain);
      }
    }
    return Optional.empty();
  }
}
