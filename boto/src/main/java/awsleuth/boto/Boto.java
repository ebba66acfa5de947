package awsleuth.boto;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Advisor;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.params.ClientCall;
import awsleuth.boto.params.ParamValidator;
import awsleuth.boto.params.Reviewer;
import awsleuth.boto.request.Requests;
import java.time.LocalDate;

/**
 * The door: what boto3 itself would do with a call, worked out without Python.
 *
 * <p>Data decide as in the botocore that the catalog is of; code decides as in botocore 1.43.
 */
public final class Boto {

  private final AwsCatalog catalog;
  private final LocalDate today;

  private Boto(AwsCatalog catalog, LocalDate today) {
    this.catalog = catalog;
    this.today = today;
  }

  /**
   * What the boto3 with that catalog's models would do on a day.
   *
   * @param today from where a text of a date takes what it leaves out
   */
  public static Boto of(AwsCatalog catalog, LocalDate today) {
    return new Boto(catalog, today);
  }

  /** The models. */
  public AwsCatalog catalog() {
    return catalog;
  }

  /** Validates parameters of a service; not for several threads at once. */
  public ParamValidator validator(Service service) {
    return new ParamValidator(service, today);
  }

  /** Reviews the parameters of calls of an operation; not for several threads at once. */
  public Reviewer reviewer(Service service, Operation operation) {
    return new Reviewer(this, service, operation, today);
  }

  /**
   * What calls of a client come to before anything is sent; not for several threads at once. The
   * client is one of us-east-1 with nothing configured.
   */
  public ClientCall client(Service service) {
    Endpoints endpoints = new Endpoints(catalog);
    ClientArguments arguments =
        ClientArguments.of(service.metadata().name()).inRegion("us-east-1").withKeys();
    return new ClientCall(
        endpoints, endpoints.client(Session.NOTHING_SET, arguments), service, today);
  }

  /** Where botocore sends calls. */
  public Endpoints endpoints() {
    return new Endpoints(catalog);
  }

  /** What to say of Regions and settings that keep a call from its endpoint. */
  public Advisor advisor() {
    return new Advisor(catalog);
  }

  /** The requests that botocore sends. */
  public Requests requests() {
    return new Requests(catalog, today);
  }
}
