package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Quotes;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

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
  private static final String REASON = "StateChangeReason";
  private static final String BOOTSTRAP = "SSM parameter /cdk-bootstrap/";
  private static final String REGISTRY = ".dkr.ecr.";
  private static final String RETURNED = "The requested URL returned error: ";

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
    reader.each(REASON, reader::query);
    reader.each("no basic auth credentials", reader::registry);
    reader.each("does not exist in the registry with id", reader::repository);
    reader.each("CannotPullContainerError: ", reader::pull);
    reader.each(BOOTSTRAP, reader::bootstrap);
    reader.each("toomanyrequests: ", reader::busy);
    reader.each(RETURNED, at -> reader.answer(at, RETURNED));
    reader.each(" error on 'https://", at -> reader.answer(at, "(HTTP "));
    reader.each("ListObjectsV2 failed for bucket ", reader::mount);
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

  /** The status of a query of Athena: {@code 'State': 'FAILED', 'StateChangeReason': '…'}. */
  private void query(int at) {
    String near =
        flat.text.substring(Math.max(0, at - NEAR), Math.min(flat.text.length(), at + NEAR));
    if (near.contains("FAILED")) {
      Sighting s = line(at, "athena");
      s.operation = "StartQueryExecution";
      String rest = flat.text.substring(at, Math.min(flat.text.length(), at + 4 * NEAR));
      int end = REASON.length();
      char quote = end < rest.length() && Quotes.isQuote(rest.charAt(end)) ? rest.charAt(end) : '"';
      s.message = BodyReader.stringAfter(rest, REASON + quote, quote);
    }
  }

  /** Docker without a login to a registry of ECR. */
  private void registry(int at) {
    if (flat.lastIndexOf(REGISTRY, at, NEAR) >= 0) {
      line(at, "ecr"); // a push names the registry some lines above
    }
  }

  private void repository(int at) {
    Sighting s = line(at, "ecr");
    s.code = "RepositoryNotFoundException";
  }

  /** ECS, of an image in ECR that is not there. */
  private void pull(int at) {
    String rest = flat.text.substring(at, end(at));
    boolean missing = rest.strip().endsWith("not found") || rest.contains("manifest unknown");
    if (rest.contains(REGISTRY) && missing) {
      Sighting s = line(at, "ecr");
      s.code = "ImageNotFoundException";
      s.operation = "BatchGetImage";
    }
  }

  /** The CDK, of an account and Region that it was not set up in. */
  private void bootstrap(int at) {
    if (flat.text.substring(at, end(at)).contains(" not found")) {
      Sighting s = line(at, "ssm");
      s.operation = "GetParameter";
      s.code = "ParameterNotFound";
    }
  }

  /** What a registry of ECR lets through in a second; others have the word too. */
  private void busy(int at) {
    int next = Math.min(flat.text.length(), at + NEAR);
    String near = flat.text.substring(Math.max(0, at - NEAR), next);
    if (near.contains("public.ecr.aws") || near.contains(REGISTRY)) {
      Sighting s = line(at, near.contains(REGISTRY) ? "ecr" : "ecr-public");
      s.code = "TooManyRequestsException";
      s.status = OptionalInt.of(429);
    }
  }

  /** What git says of CodeCommit, and DuckDB of S3: a URL and the status that came back. */
  private void answer(int at, String label) {
    int index = flat.indexAt(at);
    int from = Math.max(flat.startOf(index), at - NEAR);
    String line = flat.text.substring(from, end(at));
    int url = line.indexOf("https://");
    int status = line.indexOf(label);
    String rest = url < 0 ? "" : line.substring(url, url + Urls.end(line.substring(url)));
    if (status > url && catalog.host(Urls.host(rest)).isPresent()) {
      Sighting s = line(at, "");
      s.endpoint = rest;
      s.status = Numbers.statusAt(line, status + label.length());
    }
  }

  /** Mountpoint for S3: {@code initial ListObjectsV2 failed for bucket b …: Forbidden: …}. */
  private void mount(int at) {
    int next = Math.min(flat.text.length(), at + NEAR);
    String near = flat.text.substring(at, next);
    Sighting s = line(at, "s3");
    s.operation = "ListObjectsV2";
    s.code = near.contains("Forbidden") || near.contains("Access Denied") ? "AccessDenied" : "";
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
