package awsleuth.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The door: what AWS publishes about itself, as botocore carries it.
 *
 * <p>Nothing is read before it is asked for. Answers about one service, Regions and endpoints come
 * from the botocore that the catalog is of. Look-ups across services use the index of the embedded
 * pack, less the services which that botocore lacks, and more those which the pack lacks.
 */
public final class AwsCatalog {

  private final Pack pack = new Pack();
  private final @Nullable BotocoreFiles files;
  private volatile @Nullable Service last;
  private volatile @Nullable RegionTable regions;
  private volatile @Nullable List<String> names;
  private final ServiceIndex index;
  private final IamCatalog iam = IamCatalog.embedded();
  private final IamActions actions = new IamActions();

  private AwsCatalog(@Nullable BotocoreFiles files) {
    this.files = files;
    this.index = new ServiceIndex(pack, new Newcomers(this), files != null);
  }

  /** The catalog of the pack in the jar. */
  public static AwsCatalog embedded() {
    return new AwsCatalog(null);
  }

  /**
   * The catalog of an installed botocore. Its files are read when they are needed; a look-up then
   * throws what {@code data} throws, or a {@code JacksonException} for a file that is not JSON.
   */
  public static AwsCatalog ofBotocore(BotocoreData data) {
    return new AwsCatalog(new BotocoreFiles(data));
  }

  /** The version of botocore, such as {@code 1.43.11}. */
  public String version() {
    BotocoreFiles installed = files;
    return installed == null ? Pack.stamp().getFirst() : installed.data().version();
  }

  /**
   * Where the facts come from, for people: {@code embedded pack, botocore 1.43.11 (newest API
   * 2026-02-05)}, or {@code botocore 1.40.2 at} a place. An installed botocore does not tell when
   * it was released; the newest API version of all services is a date that every copy of it has.
   */
  public String origin() {
    BotocoreFiles installed = files;
    return installed == null
        ? "embedded pack, botocore %s (newest API %s)".formatted(Pack.stamp().toArray())
        : "botocore " + installed.data().version() + " at " + installed.data().label();
  }

  /** All boto3 client names, sorted. */
  public List<String> services() {
    List<String> known = names;
    if (known == null) {
      BotocoreFiles installed = files;
      known = installed == null ? pack.table(Pack.Table.SERVICES).keys() : installed.services();
      names = known;
    }
    return known;
  }

  /** Whether there is a boto3 client of that exact name. */
  public boolean hasService(String name) {
    return files == null ? !line(name).isEmpty() : services().contains(name);
  }

  /** A service in its newest API version, by boto3 client name; empty if there is none. */
  public Optional<Service> service(String name) {
    Service known = last;
    if (known != null && known.metadata().name().equals(name)) {
      return Optional.of(known);
    }
    if (!hasService(name)) {
      return Optional.empty();
    }
    BotocoreFiles installed = files;
    Service read =
        new Service(
            installed == null ? pack.model(line(name)) : ServiceWriter.write(installed, name));
    last = read;
    return Optional.of(read);
  }

  /** Whether the pack has that service. */
  boolean isPacked(String name) {
    return !line(name).isEmpty();
  }

  private List<String> line(String service) {
    return pack.table(Pack.Table.SERVICES).find(service);
  }

  /** The services that have an operation of that exact name, sorted; empty if none. */
  public List<String> servicesWithOperation(String operation) {
    return index.servicesWithOperation(operation);
  }

  /**
   * The API name of an operation from any of its forms: {@code ListObjectsV2}, {@code
   * listobjectsv2}, boto3's {@code list_objects_v2}, the CLI's {@code list-objects-v2}; empty if
   * there is no such operation, or several that are written so.
   */
  public Optional<String> operationName(String anyForm) {
    return index.operationName(anyForm);
  }

  /**
   * As {@link #operationName(String)}, among the operations of one service, so that nothing is
   * ambiguous: {@code create_db_instance} of {@code rds} is {@code CreateDBInstance}.
   */
  public Optional<String> operationName(String service, String anyForm) {
    String folded = OperationNames.fold(anyForm);
    Optional<Service> known = service(service);
    for (String name : known.isPresent() ? known.get().operationNames() : List.<String>of()) {
      if (!folded.isEmpty() && OperationNames.fold(name).equals(folded)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The method of a boto3 client for an operation: {@code list_objects_v2}. */
  public String methodName(String operation) {
    return OperationNames.xform(operation, '_');
  }

  /**
   * The command of the {@code aws} CLI for a service by its boto3 client name: {@code s3api} for
   * {@code s3}, where the CLI's {@code s3} does other things; the same name for nearly all.
   *
   * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/">AWS CLI Command Reference</a>
   */
  public String cliName(String service) {
    return switch (service) {
      case "s3" -> "s3api";
      case "config" -> "configservice";
      case "codedeploy" -> "deploy";
      default -> service;
    };
  }

  /** The command of the {@code aws} CLI for an operation: {@code list-objects-v2}. */
  public String commandName(String operation) {
    return OperationNames.xform(operation, '-');
  }

  /** The command of the AWS CLI for an operation of a service; empty where the CLI has none. */
  public Optional<String> cliCommand(String service, String operation) {
    return CliNames.command(service, operation);
  }

  /**
   * The option of that command for a member of the operation's input, without its hyphens; empty
   * where the command has none.
   */
  public Optional<String> cliOption(String service, String operation, String member) {
    return CliNames.option(service, operation, member);
  }

  /** Whether that command wants the name of a file for what the service streams. */
  public boolean cliWritesFile(String service, String operation) {
    return CliNames.writesFile(service, operation);
  }

  /**
   * The services whose models declare an error code, or that are known to send it, sorted; empty
   * for many codes that services do send, as not all are declared.
   */
  public List<String> servicesWithErrorCode(String code) {
    return index.servicesWithErrorCode(code);
  }

  /**
   * The services whose IAM actions have that prefix, sorted: {@code elasticloadbalancing} gives
   * {@code elb} and {@code elbv2}; empty if none has.
   */
  public List<String> servicesWithIamPrefix(String prefix) {
    return index.servicesWithIamPrefix(prefix);
  }

  /**
   * The operations that a waiter of that name asks ({@code BucketExists}: {@code HeadBucket}), each
   * with the services whose waiter asks it; empty for a waiter that no service has.
   */
  public Map<String, List<String>> waiterOperations(String waiter) {
    return index.waiterOperations(waiter);
  }

  /**
   * The one service whose operations take a parameter of that exact name at the top of their input;
   * empty where several take it, or none.
   */
  public Optional<String> serviceWithParameter(String parameter) {
    List<String> found = index.list(Pack.Table.PARAMETERS, parameter);
    return found.stream().filter(this::hasService).findFirst();
  }

  /**
   * The boto3 client name of a service by any name: service id ({@code SFN}), full or short name
   * ({@code Amazon S3}), names of other SDKs ({@code DynamoDBv2}), signing name, endpoint prefix,
   * event source ({@code monitoring.amazonaws.com}), command of the CLI ({@code s3api}); empty if
   * no service or several have it.
   */
  public Optional<String> serviceOfId(String anyName) {
    String name = ServiceNames.plain(anyName);
    if (hasService(name)) {
      return Optional.of(name);
    }
    String folded = ServiceNames.fold(name);
    List<String> found = folded.isEmpty() ? List.of() : index.list(Pack.Table.NAMES, folded);
    return found.isEmpty() || !hasService(found.getFirst())
        ? Optional.empty()
        : Optional.of(found.getFirst());
  }

  /** The host of an AWS endpoint, taken apart; empty if it is not one. */
  public Optional<HostName> host(String host) {
    return new HostReader(pack.table(Pack.Table.HOSTS), regionTable()).read(host);
  }

  /** A Region of any partition by its exact name; empty if none is known by it. */
  public Optional<Region> region(String name) {
    return regionTable().region(name);
  }

  /** The names of all Regions of all partitions, sorted. */
  public List<String> regions() {
    return regionTable().names();
  }

  /** Whether an account has to enable that Region before it can use it. */
  public boolean optIn(String region) {
    return regionTable().isOptIn(region);
  }

  /**
   * Whether botocore lists an endpoint of a service in a Region, or one for all Regions; empty
   * where the service or the Region is not in {@code endpoints.json}, as for the newest services.
   */
  public Optional<Boolean> serviceInRegion(String service, String region) {
    Optional<String> prefix = field(service, 4, ServiceMetadata::endpointPrefix);
    return prefix.flatMap(p -> regionTable().hasEndpoint(p, region));
  }

  /** Whether a service has one endpoint for all Regions of a Region's partition, as IAM has. */
  public boolean hasOneEndpoint(String service, String region) {
    return field(service, 4, ServiceMetadata::endpointPrefix)
        .filter(prefix -> regionTable().hasOneEndpoint(prefix, region))
        .isPresent();
  }

  /**
   * The rules that decide a service's endpoint, botocore's {@code endpoint-rule-set-1.json} without
   * its documentation; an empty object if the service has none.
   */
  public byte[] endpointRules(String service) {
    return document("rules/" + service);
  }

  /** The partitions that the rules look Regions up in: {@code partitions.json}. */
  public byte[] partitions() {
    return document("partitions");
  }

  /**
   * What {@code endpoints.json} says of an endpoint prefix: an object with a member for each
   * partition that lists it; an empty object if none does.
   */
  public byte[] endpoints(String prefix) {
    return document("endpoints/" + prefix);
  }

  /** {@code endpoints.json} without its services. */
  public byte[] endpointPartitions() {
    return document("endpoint-partitions");
  }

  /** The defaults modes: {@code sdk-default-configuration.json}. */
  public byte[] defaultsModes() {
    return document("defaults");
  }

  private byte[] document(String name) {
    BotocoreFiles installed = files;
    return installed == null ? pack.document(name) : new EndpointDocuments(installed).read(name);
  }

  private RegionTable regionTable() {
    RegionTable table = regions;
    if (table == null) {
      BotocoreFiles installed = files;
      table = installed == null ? embeddedRegions() : RegionWriter.of(installed).table();
      regions = table;
    }
    return table;
  }

  private RegionTable embeddedRegions() {
    return new RegionTable(pack.table(Pack.Table.REGIONS), () -> pack.table(Pack.Table.ENDPOINTS));
  }

  /**
   * The IAM actions that a call of an operation needs, the main one first: those that the table of
   * exceptions has, else the one of the same name where {@link IamCatalog} knows it. Where the
   * parameters decide, all that it may need; what other services ask for when their features are
   * used, such as a key of KMS, is not there. Empty where it is unknown, and where IAM does not
   * decide.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Service
   *     Authorization Reference</a>
   */
  public List<String> iamActions(String service, String operation) {
    Optional<String> prefix = field(service, 5, IamActions::prefix);
    if (prefix.isEmpty()) {
      return List.of();
    }
    List<String> needed = actions.of(service, prefix.get(), operation, iam);
    if (needed.isEmpty() || !needed.getFirst().endsWith(IamActions.METHOD)) {
      return needed;
    }
    Optional<Operation> known = service(service).flatMap(s -> s.operation(operation));
    String method = known.isPresent() ? known.get().method() : "*";
    return List.of(needed.getFirst().replace(IamActions.METHOD, method));
  }

  /** What AWS publishes about IAM; the same for every botocore. */
  public IamCatalog iam() {
    return iam;
  }

  /** A field of the services' table; for a service that is not in it, from its metadata. */
  private Optional<String> field(
      String service, int index, Function<ServiceMetadata, String> ofMetadata) {
    List<String> line = line(service);
    return line.isEmpty()
        ? service(service).map(Service::metadata).map(ofMetadata)
        : Optional.of(line.get(index));
  }

  /**
   * The names nearest to a word, best first, case aside; empty where none is within a third of the
   * word's length, counted in letters changed, added, left out or swapped with a neighbour.
   */
  public List<String> nearest(String word, Collection<String> among, int max) {
    return Nearest.to(word, among, max);
  }

  /** Those of the nearest names that are equally near; empty where none is near. */
  public List<String> closest(String word, Collection<String> among) {
    return Nearest.closest(word, among);
  }

  /** The name that a word is within two changes; empty where there is none or no nearest one. */
  public Optional<String> misspelt(String word, Collection<String> among) {
    return Nearest.misspelt(word, among);
  }
}
