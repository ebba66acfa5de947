package awsleuth.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The door: what AWS publishes about itself, from the pack in the jar or from a botocore that is
 * installed. Look-ups by name open one table each; a service is read on demand.
 */
public final class AwsCatalog {

  /** Finds the bytes of a service's model. */
  interface Models {
    Optional<byte[]> model(String service);
  }

  private final String version;
  private final String origin;
  private final LazyTables tables;
  private final Models models;
  private final Map<String, Service> read = new HashMap<>();

  private AwsCatalog(String version, String origin, LazyTables tables, Models models) {
    this.version = version;
    this.origin = origin;
    this.tables = tables;
    this.models = models;
  }

  /** The pack in the jar. Opening it reads nothing but its stamp. */
  public static AwsCatalog embedded() {
    List<String> stamp = SortedTable.split(PackFiles.text("stamp").strip(), '\t');
    return new AwsCatalog(
        stamp.getFirst(),
        "embedded pack, botocore " + stamp.getFirst() + " of " + stamp.getLast(),
        new LazyTables(SortedTable::resource),
        PackFiles::model);
  }

  /**
   * The data of an installed botocore; reads every service once for the index, which takes a second
   * or two.
   *
   * @throws UncheckedIOException where the data cannot be read
   */
  public static AwsCatalog ofBotocore(BotocoreData data) {
    try {
      Map<String, String> index = new Indexing(data).tables();
      return new AwsCatalog(
          data.version(),
          "botocore " + data.version() + " at " + data.label(),
          new LazyTables(name -> new SortedTable(index.getOrDefault(name, ""))),
          service -> model(data, service));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> model(BotocoreData data, String service) {
    try {
      return data.model(service);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of botocore whose data this is. */
  public String version() {
    return version;
  }

  /** Where the data comes from, for people. */
  public String origin() {
    return origin;
  }

  /** All boto3 client names, sorted. */
  public List<String> services() {
    return tables.get("services").keys();
  }

  /** Whether there is a boto3 client of this name. */
  public boolean hasService(String name) {
    return !name.isEmpty() && tables.get("services").find(name).isPresent();
  }

  /** A service in its newest API version; empty where there is none of this boto3 client name. */
  public Optional<Service> service(String name) {
    if (!hasService(name)) {
      return Optional.empty();
    }
    Service known = read.get(name);
    if (known == null) {
      Optional<byte[]> bytes = models.model(name);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      known = ServiceReader.read(name, bytes.get());
      read.put(name, known);
    }
    return Optional.of(known);
  }

  /** The API versions that botocore has of a service, oldest first; empty where unknown. */
  public List<String> apiVersions(String service) {
    return tables
        .get("services")
        .find(service)
        .map(row -> SortedTable.split(SortedTable.split(row, '\t').get(4), ','))
        .orElse(List.of());
  }

  /** The services that have an operation of this name in API form; empty where none has. */
  public List<String> servicesWithOperation(String operation) {
    return tables.get("operations").list(operation);
  }

  /**
   * An operation's name in API form, from that form, Python's ({@code list_objects_v2}) or the
   * CLI's ({@code list-objects-v2}); empty where there is no such operation or it is ambiguous.
   */
  public Optional<String> operationName(String anyForm) {
    List<String> names = tables.get("forms").list(letters(anyForm));
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  /** The services whose models name an error code; empty where none does. */
  public List<String> servicesWithErrorCode(String code) {
    return tables.get("errors").list(code);
  }

  /** The services whose IAM actions begin with a prefix, such as {@code states}. */
  public List<String> servicesWithIamPrefix(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    if (hasService(lower) && !IamPrefixes.differs(lower)) {
      return List.of(lower);
    }
    List<String> named = IamPrefixes.services(lower);
    return named.isEmpty() ? tables.get("names").list(letters(lower)) : named;
  }

  /**
   * The boto3 client that a name stands for: a service id ({@code SFN}), a full name ({@code Amazon
   * S3}), an event source ({@code monitoring.amazonaws.com}), a signing name; empty where it stands
   * for none or for several.
   */
  public Optional<String> serviceOfId(String anyName) {
    String name = anyName.strip();
    if (hasService(name)) {
      return Optional.of(name);
    }
    if (name.endsWith(".amazonaws.com")) {
      name = name.substring(0, name.indexOf('.'));
    }
    String key = letters(name);
    for (String lead : List.of("", "amazon", "aws")) {
      if (key.startsWith(lead)) {
        String rest = key.substring(lead.length());
        List<String> found = ServiceNames.services(rest);
        if (found.isEmpty()) {
          found = tables.get("names").list(rest);
        }
        if (!found.isEmpty()) {
          return Optional.of(found.getFirst());
        }
      }
    }
    return Optional.empty();
  }

  /** An AWS endpoint's host, taken apart; empty where the host is no AWS endpoint. */
  public Optional<HostName> host(String host) {
    return new Hosts(tables).read(host);
  }

  /** A Region by its name; empty where there is none. */
  public Optional<Region> region(String name) {
    return tables.get("regions").find(name).map(partition -> new Region(name, partition));
  }

  /** The names of all Regions of all partitions, sorted. */
  public List<String> regions() {
    return tables.get("regions").keys();
  }

  /** Whether an account has to enable the Region before it can be used. */
  public boolean optIn(String region) {
    return OptInRegions.NAMES.contains(region);
  }

  /** Whether a service has an endpoint in a Region; empty where the data does not tell. */
  public Optional<Boolean> serviceInRegion(String service, String region) {
    Optional<String> row = tables.get("services").find(service);
    if (row.isEmpty() || region(region).isEmpty()) {
      return Optional.empty();
    }
    List<String> regions = tables.get("endpoints").list(SortedTable.split(row.get(), '\t').get(2));
    if (regions.isEmpty() || regions.contains("*")) {
      return Optional.empty();
    }
    return Optional.of(regions.contains(region));
  }

  /** The IAM actions that an operation needs, {@code s3:ListBucket} for ListObjectsV2. */
  public List<String> iamActions(String service, String operation) {
    List<String> named = IamActions.of(service, operation);
    if (!named.isEmpty()) {
      return named;
    }
    String signing =
        tables
            .get("services")
            .find(service)
            .map(row -> SortedTable.split(row, '\t').get(1))
            .orElse(service);
    return List.of(IamPrefixes.prefix(service, signing) + ":" + operation);
  }

  /** The names that are nearest to a word, the best first; empty where none is near. */
  public List<String> nearest(String word, Collection<String> among, int max) {
    return Nearest.to(word, among, max);
  }

  /** Lower case, letters and digits alone. */
  static String letters(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.append((char) (c + 32));
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The files of the pack in the jar. */
  private static final class PackFiles {

    static String text(String name) {
      return new String(bytes(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    static Optional<byte[]> model(String service) {
      return bytes("models/" + service + ".json.gz").map(Gzip::unpack);
    }

    static Optional<byte[]> bytes(String name) {
      try (InputStream in = AwsCatalog.class.getResourceAsStream("pack/" + name)) {
        return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
