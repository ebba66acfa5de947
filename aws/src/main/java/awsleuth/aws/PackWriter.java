package awsleuth.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;

/**
 * Makes the pack, the resources behind {@link AwsCatalog#embedded}, from an installed botocore.
 *
 * <p>The same botocore gives the same bytes.
 */
public final class PackWriter {

  private final BotocoreFiles files;
  private final String version;
  private final List<Service> services = new ArrayList<>();
  private final SortedMap<String, byte[]> pack = new TreeMap<>();

  private PackWriter(BotocoreData data) {
    this.files = new BotocoreFiles(data);
    this.version = data.version();
  }

  /**
   * The files of the pack by their names.
   *
   * @throws tools.jackson.core.JacksonException if a file of that botocore is not JSON
   * @throws java.io.UncheckedIOException if one cannot be unpacked
   */
  public static SortedMap<String, byte[]> write(BotocoreData data) {
    PackWriter writer = new PackWriter(data);
    writer.models();
    writer.indexes();
    writer.regionsAndHosts();
    writer.endpoints();
    return writer.pack;
  }

  private void models() {
    ByteArrayOutputStream models = new ByteArrayOutputStream();
    Map<String, String> lines = new TreeMap<>();
    String newest = "";
    for (String name : files.services()) {
      byte[] text = ServiceWriter.write(files, name);
      byte[] packed = deflate(text);
      Service service = new Service(text);
      services.add(service);
      ServiceMetadata m = service.metadata();
      newest = m.apiVersion().compareTo(newest) > 0 ? m.apiVersion() : newest;
      lines.put(
          name,
          Fields.join(
              List.of(
                  name,
                  String.valueOf(models.size()),
                  String.valueOf(packed.length),
                  String.valueOf(text.length),
                  m.endpointPrefix(),
                  IamActions.prefix(m))));
      models.writeBytes(packed);
    }
    pack.put("models", models.toByteArray());
    put(Pack.Table.SERVICES, lines.values());
    pack.put("stamp", (version + " " + newest + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void indexes() {
    Map<String, Map<String, Set<String>>> operations = new TreeMap<>();
    Map<String, Set<String>> errors = new TreeMap<>();
    Map<String, Set<String>> actions = new TreeMap<>();
    Map<String, Set<String>> parameters = new TreeMap<>();
    Map<String, Map<String, Set<String>>> waiters = new TreeMap<>();
    for (Service service : services) {
      String name = service.metadata().name();
      for (String operation : service.operationNames()) {
        add(
            operations.computeIfAbsent(OperationNames.fold(operation), f -> new TreeMap<>()),
            operation,
            name);
      }
      service.errors().forEach(error -> add(errors, error.code(), name));
      service.parameterNames().forEach(parameter -> add(parameters, parameter, name));
      service
          .waiters()
          .forEach((w, asks) -> add(waiters.computeIfAbsent(w, f -> new TreeMap<>()), asks, name));
      add(actions, IamActions.prefix(service.metadata()), name);
    }
    for (List<String> line : HandTable.open("errors.txt").lines()) {
      line.subList(1, line.size()).forEach(name -> add(errors, line.getFirst(), name));
    }
    List<String> lines = new ArrayList<>();
    operations.values().forEach(names -> lines.add(Fields.join(alternating(names))));
    put(Pack.Table.OPERATIONS, lines);
    put(Pack.Table.ERRORS, errors);
    put(Pack.Table.ACTIONS, actions);
    parameters.values().removeIf(of -> of.size() > 1);
    put(Pack.Table.PARAMETERS, parameters);
    List<String> waiterLines = new ArrayList<>();
    waiters.forEach((waiter, asked) -> {
      List<String> fields = new ArrayList<>(List.of(waiter));
      fields.addAll(alternating(asked));
      waiterLines.add(Fields.join(fields));
    });
    put(Pack.Table.WAITERS, waiterLines);
    put(Pack.Table.NAMES, names());
  }

  private static List<String> alternating(Map<String, Set<String>> names) {
    List<String> fields = new ArrayList<>();
    names.forEach((operation, of) -> {
      fields.add(operation);
      fields.add(String.join(" ", of));
    });
    return fields;
  }

  /** Names that the highest rank gives to one service alone. */
  private Map<String, Set<String>> names() {
    Map<String, Set<String>> names = new TreeMap<>();
    for (int rank = 0; rank < 4; rank++) {
      Map<String, Set<String>> atRank = new TreeMap<>();
      for (Service service : services) {
        for (String name : ServiceNames.ranked(service.metadata()).get(rank)) {
          add(atRank, name, service.metadata().name());
        }
      }
      atRank.forEach(names::putIfAbsent);
    }
    for (List<String> alias : HandTable.open("aliases.txt").lines()) {
      names.put(ServiceNames.fold(alias.get(0)), Set.of(alias.get(1)));
    }
    names.values().removeIf(of -> of.size() > 1 || of.contains("-"));
    return names;
  }

  private void regionsAndHosts() {
    RegionWriter writer = RegionWriter.of(files);
    pack.put(Pack.Table.REGIONS.file(), writer.regionLines());
    pack.put(Pack.Table.ENDPOINTS.file(), writer.endpointLines());
    put(Pack.Table.HOSTS, new HostWriter(files, writer.table()).patterns(services));
  }

  /**
   * The documents that decide endpoints. Most resemble a few of them, which are together the
   * dictionary of the others.
   */
  private void endpoints() {
    SortedMap<String, byte[]> documents = new EndpointDocuments(files).all();
    ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    for (String name : List.of("rules/iam", "rules/acm", "rules/sqs", "rules/ec2")) {
      dictionary.writeBytes(documents.getOrDefault(name, new byte[0]));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<String> lines = new ArrayList<>();
    byte[] words = dictionary.toByteArray();
    lines.add(document(all, Pack.DICTIONARY, words, deflate(words)));
    documents.forEach((name, text) -> lines.add(document(all, name, text, deflate(text, words))));
    pack.put("documents", all.toByteArray());
    lines.sort(null);
    put(Pack.Table.DOCUMENT_LINES, lines);
  }

  private static String document(
      ByteArrayOutputStream all, String name, byte[] text, byte[] packed) {
    int offset = all.size();
    all.writeBytes(packed);
    return Fields.join(
        List.of(
            name,
            String.valueOf(offset),
            String.valueOf(packed.length),
            String.valueOf(text.length)));
  }

  private static void add(Map<String, Set<String>> lists, String key, String value) {
    lists.computeIfAbsent(key, k -> new TreeSet<>()).add(value);
  }

  private void put(Pack.Table table, Map<String, Set<String>> lists) {
    List<String> lines = new ArrayList<>();
    lists.forEach((key, values) -> lines.add(Fields.join(List.of(key, String.join(" ", values)))));
    put(table, lines);
  }

  private void put(Pack.Table table, Collection<String> lines) {
    pack.put(table.file(), String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  static byte[] deflate(byte[] text) {
    return deflate(text, new byte[0]);
  }

  private static byte[] deflate(byte[] text, byte[] dictionary) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    if (dictionary.length > 0) {
      deflater.setDictionary(dictionary);
    }
    deflater.setInput(text);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
