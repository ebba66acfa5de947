package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.core.read.text.ErrorCodes;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads botocore's debug log (botocore-facts §12): the operation, the endpoint, the status and the
 * error that came back. What it finds completes the failure that is printed after it, or stands for
 * it where nothing is printed.
 */
final class DebugLogReader {

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();
  private String operation = "";
  private String url = "";

  /** The request that the latest answer was to: method, path and URL. */
  private String sent = "";

  /** How many answers of a failure came before those to the latest request and its repeats. */
  private int before;

  private String code = "";
  private String requestId = "";
  private OptionalInt status = OptionalInt.empty();

  private final AwsCatalog catalog;
  private final Exchanges exchanges;

  private DebugLogReader(Flat flat, AwsCatalog catalog, Exchanges exchanges) {
    this.flat = flat;
    this.exchanges = exchanges;
    this.catalog = catalog;
  }

  static List<Sighting> read(Flat flat, AwsCatalog catalog, Exchanges exchanges) {
    DebugLogReader reader = new DebugLogReader(flat, catalog, exchanges);
    for (int i = 0; i < flat.lines.size(); i++) {
      reader.line(i, flat.lines.get(i).text());
    }
    return reader.found;
  }

  private void line(int index, String line) {
    if (line.length() < 20) {
      return;
    }
    int model = line.indexOf("OperationModel(name=");
    if (model >= 0) {
      begin(line.substring(model + "OperationModel(name=".length()));
      if (line.contains("Making request for")) {
        exchanges.begin(flat.startOf(index), operation, line);
      }
    }
    int provider = line.indexOf("Endpoint provider result: ");
    if (provider >= 0) {
      String rest = line.substring(provider + "Endpoint provider result: ".length());
      url = Urls.withoutUser(rest.substring(0, Urls.end(rest)));
    }
    int sending = line.indexOf("Sending http request: ");
    int at = sending < 0 ? -1 : line.indexOf("url=", sending);
    if (at >= 0) {
      String rest = line.substring(at + 4);
      url = Urls.withoutUser(rest.substring(0, Urls.end(rest)));
      target(index, line);
    }
    http(index, line);
    headers(line);
    body(line);
  }

  /** JSON services name the operation in a header: {@code CertificateManager.ListCertificates}. */
  private void target(int index, String line) {
    int at = line.indexOf("'X-Amz-Target': b'");
    if (at >= 0 && operation.isEmpty()) {
      String name = BodyReader.stringAfter(line.substring(at), "'X-Amz-Target': b", '\'');
      exchanges.sent(flat.startOf(index), name.substring(name.indexOf('.') + 1), url);
    }
  }

  private void begin(String rest) {
    int close = rest.indexOf(')');
    operation = close < 0 ? "" : rest.substring(0, close);
    code = "";
    requestId = "";
    status = OptionalInt.empty();
    before = found.size();
  }

  /** urllib3's {@code https://host:443 "POST / HTTP/1.1" 400 78}. */
  private void http(int index, String line) {
    int version = line.indexOf(" HTTP/1.1\" ");
    int starting = line.indexOf("Starting new HTTP");
    if (starting >= 0 && line.indexOf("): ", starting) > 0) {
      String host = line.substring(line.indexOf("): ", starting) + 3).strip();
      if (url.isEmpty() || !url.contains(portless(host))) {
        url = "https://" + host.substring(0, Urls.end(host));
        connecting(index, Urls.host(url));
      }
    }
    int code = line.indexOf("HTTP Response Code: ");
    if (code >= 0) {
      status = Numbers.statusAt(line, code + "HTTP Response Code: ".length());
      exchanges.answered(status);
      if (status.isPresent() && status.getAsInt() >= 300) {
        add(index);
      }
      return;
    }
    if (version < 0) {
      return;
    }
    int quote = line.lastIndexOf('"', version - 1);
    int space = quote < 0 ? -1 : line.indexOf(' ', quote);
    int scheme = line.lastIndexOf("http", Math.max(0, quote));
    if (space > 0 && space < version && scheme >= 0) {
      String host = portless(line.substring(scheme, quote).strip());
      url = host + line.substring(space + 1, version);
    }
    status = Numbers.statusAt(line, version + " HTTP/1.1\" ".length());
    exchanges.answered(status);
    if (status.isEmpty() || (operation.isEmpty() && Reached.isElsewhere(flat, index))) {
      return;
    }
    String request = line.substring(Math.max(0, quote), version) + url;
    boolean again = request.equals(sent);
    sent = request;
    if (status.getAsInt() >= 300) {
      before = operation.isEmpty() && !again ? found.size() : before;
      add(index);
    } else if (!operation.isEmpty() || again) {
      found.subList(Math.min(before, found.size()), found.size()).clear(); // the repeat succeeded
    }
  }

  /** Without the port that https has by itself. */
  private static String portless(String host) {
    return host.endsWith(":443") ? host.substring(0, host.length() - ":443".length()) : host;
  }

  /** A connection to a host of a Region that does not exist comes to nothing. */
  private void connecting(int index, String host) {
    Optional<HostName> name = catalog.host(host);
    if (name.isPresent() && name.get().region().isPresent() && !name.get().regionKnown()) {
      add(index);
      found.getLast().strength = Sighting.Strength.FAINT;
      found.getLast().message = flat.lines.get(index).text().strip();
    }
  }

  private void headers(String line) {
    int at = line.indexOf("Response headers: ");
    if (at < 0) {
      return;
    }
    String headers = line.substring(at);
    String type = header(headers, "x-amzn-ErrorType");
    if (!type.isEmpty()) {
      code = ErrorCodes.ofType(type);
    }
    requestId = header(headers, "x-amzn-RequestId");
    if (requestId.isEmpty()) {
      requestId = header(headers, "x-amz-request-id");
    }
    exchanges.identified(requestId);
    complete();
  }

  private static String header(String headers, String name) {
    int at = indexOfIgnoreCase(headers, "'" + name + "'");
    return at < 0
        ? ""
        : BodyReader.stringAfter(
            headers.substring(at), headers.substring(at, at + name.length() + 2), '\'');
  }

  private static int indexOfIgnoreCase(String text, String word) {
    for (int i = 0; i + word.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }

  private void body(String line) {
    String bare = line.strip();
    if (!bare.startsWith("b'") && !bare.startsWith("b\"")) {
      return;
    }
    String type = ErrorCodes.ofType(BodyReader.stringAfter(bare, "\"__type\"", '"'));
    if (!type.isEmpty() && code.isEmpty()) {
      code = type;
    }
    complete();
  }

  private void add(int index) {
    Sighting s = new Sighting(flat.startOf(index), flat.lines.get(index).number());
    s.strength = Sighting.Strength.LIKELY;
    s.end = flat.endOf(index);
    found.add(s);
    complete();
  }

  /** Writes what is known by now into the latest response. */
  private void complete() {
    if (found.isEmpty()) {
      return;
    }
    Sighting s = found.getLast();
    s.operation = operation;
    s.endpoint = url;
    s.code = code.isEmpty() ? s.code : code;
    s.requestId = requestId.isEmpty() ? s.requestId : requestId;
    s.status = status;
  }
}
