package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands before or behind AWS's services prints of its own: the registry to docker, a
 * database to its driver, API Gateway to a caller, Step Functions of a state, and the classes of
 * the SDK for .NET.
 */
final class GatewaySentences {

  private static final int NEAR = 600;
  private static final String NAMESPACE = "Amazon.";
  private static final String TOKEN = "Missing Authentication Token";
  private static final String DATA_LIMIT = "States.DataLimitExceeded";
  private static final String MODEL = ".Model.";

  private final Flat flat;
  private final AwsCatalog catalog;
  private final List<Sighting> found = new ArrayList<>();

  private GatewaySentences(Flat flat, AwsCatalog catalog) {
    this.flat = flat;
    this.catalog = catalog;
  }

  private interface Reading {
    void at(int position);
  }

  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    GatewaySentences reader = new GatewaySentences(flat, catalog);
    reader.each("authorization token has expired. Reauthenticate", at -> reader.line(at, "ecr"));
    reader.each("PAM authentication failed for user", reader::database);
    reader.each(TOKEN, reader::gateway);
    reader.each(DATA_LIMIT, reader::state);
    reader.each(MODEL, reader::dotNet);
    return reader.found;
  }

  private void each(String words, Reading reading) {
    for (int at = flat.text.indexOf(words); at >= 0; at = flat.text.indexOf(words, at + 1)) {
      reading.at(at);
    }
  }

  /** A line whose whole text is the message. */
  private Sighting line(int at, String service) {
    int index = flat.indexAt(at);
    Sighting s = new Sighting(flat.startOf(index), flat.numberAt(at));
    s.strength = Sighting.Strength.LIKELY;
    s.service = service;
    s.message = flat.text.substring(Math.max(flat.startOf(index), at - NEAR), end(at));
    s.end = flat.endOf(index);
    found.add(s);
    return s;
  }

  private int end(int at) {
    return Math.min(at + NEAR, flat.endOf(flat.indexAt(at)));
  }

  /** PostgreSQL asks PAM, which RDS has for the tokens of IAM; others have it for other things. */
  private void database(int at) {
    String before = flat.text.substring(Math.max(0, at - NEAR), at);
    if (before.contains(".rds.amazonaws.com")) {
      line(at, "rds");
    }
  }

  /** {@code {"message":"Missing Authentication Token"}}: services of AWS answer with a code. */
  private void gateway(int at) {
    String before = flat.text.substring(Math.max(0, at - 13), at).replace(" ", "");
    if (isWhole(at, TOKEN) || before.endsWith("{\"message\":\"")) {
      line(at, "apigateway").message = TOKEN;
    }
  }

  /** {@code {"error":"States.DataLimitExceeded","cause":"…"}}, whose values have become lines. */
  private void state(int at) {
    int index = flat.indexAt(at);
    if (isWhole(at, DATA_LIMIT)) {
      Sighting s = line(at, "stepfunctions");
      s.code = DATA_LIMIT;
      s.message = index + 1 < flat.lines.size() ? flat.lines.get(index + 1).text().strip() : "";
    }
  }

  /** Whether words are all that stands in their line. */
  private boolean isWhole(int at, String words) {
    String line = flat.lines.get(flat.indexAt(at)).text();
    return line.length() < NEAR && line.strip().equals(words);
  }

  /** {@code Amazon.SQS.Model.QueueDoesNotExistException: message}. */
  private void dotNet(int at) {
    int from = flat.lastIndexOf(NAMESPACE, at, 60);
    int colon = flat.text.indexOf(": ", at, end(at));
    if (from < 0 || colon < 0) {
      return;
    }
    String service = flat.text.substring(from + NAMESPACE.length(), at);
    String type = flat.text.substring(at + MODEL.length(), colon);
    boolean plain = service.chars().allMatch(Character::isLetterOrDigit);
    if (!plain || !ClassNames.isException(type) || type.indexOf('.') >= 0) {
      return;
    }
    String id = service.endsWith("v2") ? service.substring(0, service.length() - 2) : service;
    Sighting s = new Sighting(from, flat.numberAt(at));
    s.strength = Sighting.Strength.LIKELY;
    s.exception = type;
    s.service = catalog.serviceOfId(service).or(() -> catalog.serviceOfId(id)).orElse("");
    s.code = code(type, s.service);
    Messages.Message message = Messages.read(flat, colon + 2, '\0');
    s.message = message.text();
    s.end = message.end();
    if (!s.service.isEmpty()) {
      found.add(s);
    }
  }

  /** The service's code: the SDK adds {@code Exception} to those that do not end so. */
  private String code(String type, String service) {
    String bare = type.substring(0, type.length() - "Exception".length());
    return type.endsWith("Exception")
            && !catalog.servicesWithErrorCode(type).contains(service)
            && catalog.servicesWithErrorCode(bare).contains(service)
        ? bare
        : type;
  }
}
