package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From botocore's models of a service to the compact text that {@link Service} reads.
 *
 * <p>The text is a line with the sizes of five parts in bytes, then the parts, each sorted lines of
 * fields: the service itself, operations, errors, waiters, shapes. Shapes that neither an input nor
 * an error reaches are left out.
 */
final class ServiceWriter {

  private final BotocoreFiles files;
  private final String name;
  private final JsonTree model;
  private final JsonTree shapes;

  private ServiceWriter(BotocoreFiles files, String name) {
    this.files = files;
    this.name = name;
    this.model = files.model(name, "service-2");
    this.shapes = model.tree("shapes");
  }

  /** The text of the newest API version of a service. */
  static byte[] write(BotocoreFiles files, String name) {
    ServiceWriter writer = new ServiceWriter(files, name);
    List<String> parts =
        List.of(
            writer.metadata(),
            writer.operations(),
            writer.errors(),
            writer.waiters(),
            writer.shapeLines());
    StringBuilder sizes = new StringBuilder();
    for (String part : parts) {
      int size = part.getBytes(StandardCharsets.UTF_8).length;
      sizes.append(sizes.isEmpty() ? "" : " ").append(size);
    }
    return (sizes + "\n" + String.join("", parts)).getBytes(StandardCharsets.UTF_8);
  }

  private String metadata() {
    JsonTree m = model.tree("metadata");
    String prefix = m.text("endpointPrefix");
    Set<String> protocols = new java.util.LinkedHashSet<>(List.of(m.text("protocol")));
    protocols.addAll(m.texts("protocols"));
    return Fields.join(
        List.of(
            name,
            String.join(" ", files.versions(name)),
            m.text("serviceId"),
            m.text("serviceFullName"),
            m.text("serviceAbbreviation"),
            prefix,
            m.has("signingName") ? m.text("signingName") : prefix,
            m.text("globalEndpoint"),
            String.join(" ", protocols),
            m.text("signatureVersion"),
            String.join(" ", m.texts("auth")),
            String.join(" ", model.tree("clientContextParams").members().keySet()),
            m.text("targetPrefix"),
            m.text("jsonVersion"),
            m.has("awsQueryCompatible") ? "q" : ""));
  }

  private String operations() {
    Map<String, String> lines = new TreeMap<>();
    JsonTree pages = files.model(name, "paginators-1").tree("pagination");
    JsonTree operations = model.tree("operations");
    for (String operation : operations.members().keySet()) {
      JsonTree o = operations.tree(operation);
      List<String> errors = new ArrayList<>();
      for (JsonTree error : o.trees("errors")) {
        errors.add(error.text("shape"));
      }
      lines.put(
          operation,
          Fields.join(
              List.of(
                  operation,
                  o.tree("http").text("method"),
                  o.tree("http").text("requestUri"),
                  o.tree("input").text("shape"),
                  traits(o, pages.has(operation)),
                  o.tree("endpoint").text("hostPrefix"),
                  String.join(" ", errors),
                  String.join(" ", o.texts("auth")),
                  o.text("authtype"),
                  ruleParameters(o),
                  o.tree("httpChecksum").text("requestAlgorithmMember"),
                  o.tree("httpChecksum").text("requestValidationModeMember"))));
    }
    return String.join("", lines.values());
  }

  private static String traits(JsonTree operation, boolean paginated) {
    return (operation.isTrue("readonly") ? "r" : "")
        + (operation.isTrue("deprecated") ? "d" : "")
        + (operation.text("authtype").equals("none") ? "u" : "")
        + (paginated ? "p" : "")
        + (operation.isTrue("unsignedPayload") ? "b" : "")
        + (isChecksumRequired(operation) ? "c" : "")
        + (operation.isTrue("endpointoperation") ? "e" : "")
        + (operation.has("endpointdiscovery") ? "o" : "")
        + (operation.tree("endpointdiscovery").isTrue("required") ? "q" : "");
  }

  private static boolean isChecksumRequired(JsonTree operation) {
    return operation.isTrue("httpChecksumRequired")
        || operation.tree("httpChecksum").isTrue("requestChecksumRequired");
  }

  /** Name, equals sign and value for a fixed one; name, colon and path for one of the input. */
  private static String ruleParameters(JsonTree operation) {
    List<String> all = new ArrayList<>();
    JsonTree fixed = operation.tree("staticContextParams");
    for (String name : fixed.members().keySet()) {
      all.add(name + "=" + fixed.tree(name).members().get("value"));
    }
    JsonTree paths = operation.tree("operationContextParams");
    for (String name : paths.members().keySet()) {
      all.add(name + ":" + paths.tree(name).text("path"));
    }
    return String.join("|", all);
  }

  private String errors() {
    Map<String, String> lines = new TreeMap<>();
    for (String shape : shapes.members().keySet()) {
      JsonTree s = shapes.tree(shape);
      if (s.isTrue("exception")) {
        JsonTree error = s.tree("error");
        String code = error.text("code");
        String traits =
            (error.isTrue("senderFault") ? "s" : "")
                + (s.isTrue("fault") || error.isTrue("fault") ? "f" : "")
                + (s.has("retryable") ? "r" : "")
                + (s.tree("retryable").isTrue("throttling") ? "t" : "");
        lines.put(
            shape,
            Fields.join(
                List.of(
                    shape, code.isEmpty() ? shape : code, error.text("httpStatusCode"), traits)));
      }
    }
    return String.join("", lines.values());
  }

  private String waiters() {
    Map<String, String> lines = new TreeMap<>();
    JsonTree waiters = files.model(name, "waiters-2").tree("waiters");
    for (String waiter : waiters.members().keySet()) {
      lines.put(waiter, Fields.join(List.of(waiter, waiters.tree(waiter).text("operation"))));
    }
    return String.join("", lines.values());
  }

  private String shapeLines() {
    StringBuilder lines = new StringBuilder();
    for (String shape : reached()) {
      lines.append(Fields.join(shapeFields(shape, shapes.tree(shape))));
    }
    return lines.toString();
  }

  private Set<String> reached() {
    Deque<String> open = new ArrayDeque<>();
    JsonTree operations = model.tree("operations");
    for (String operation : operations.members().keySet()) {
      open.add(operations.tree(operation).tree("input").text("shape"));
    }
    for (String shape : shapes.members().keySet()) {
      if (shapes.tree(shape).isTrue("exception")) {
        open.add(shape);
      }
    }
    Set<String> reached = new TreeSet<>();
    while (!open.isEmpty()) {
      String shape = open.pop();
      if (shapes.has(shape) && reached.add(shape)) {
        JsonTree s = shapes.tree(shape);
        open.add(s.tree("member").text("shape"));
        open.add(s.tree("key").text("shape"));
        open.add(s.tree("value").text("shape"));
        for (String member : s.tree("members").members().keySet()) {
          open.add(s.tree("members").tree(member).text("shape"));
        }
      }
    }
    return reached;
  }

  private static List<String> shapeFields(String shape, JsonTree s) {
    List<String> fields = new ArrayList<>(List.of(shape, s.text("type")));
    add(fields, 'n', s.text("min"));
    add(fields, 'x', s.text("max"));
    add(fields, 'p', s.text("pattern"));
    add(fields, 'l', s.tree("member").text("shape"));
    add(fields, 'k', s.tree("key").text("shape"));
    add(fields, 'v', s.tree("value").text("shape"));
    add(fields, 'y', s.text("payload"));
    add(fields, 't', s.text("timestampFormat"));
    add(fields, 'w', s.tree("member").text("locationName"));
    add(fields, 'i', s.tree("key").text("locationName"));
    add(fields, 'j', s.tree("value").text("locationName"));
    add(fields, 'f', shapeTraits(s));
    for (String value : s.texts("enum")) {
      fields.add("e" + value);
    }
    List<String> required = s.texts("required");
    List<String> inOrder =
        s.tree("members").members().keySet().stream().filter(required::contains).toList();
    if (!inOrder.equals(required)) {
      required.forEach(member -> fields.add("q" + member));
    }
    for (String member : s.tree("members").members().keySet()) {
      fields.add(member(member, s.tree("members").tree(member), required.contains(member)));
    }
    return fields;
  }

  private static void add(List<String> fields, char letter, String value) {
    if (!value.isEmpty()) {
      fields.add(letter + value);
    }
  }

  private static String shapeTraits(JsonTree s) {
    return (s.isTrue("union") ? "u" : "")
        + (s.isTrue("document") ? "d" : "")
        + (s.isTrue("eventstream") ? "s" : "")
        + (s.isTrue("sensitive") ? "h" : "")
        + (s.isTrue("streaming") ? "t" : "")
        + (s.isTrue("flattened") ? "f" : "");
  }

  private static String member(String member, JsonTree m, boolean required) {
    String traits =
        (required ? "r" : "")
            + (m.isTrue("idempotencyToken") ? "i" : "")
            + (m.isTrue("hostLabel") ? "h" : "")
            + (m.isTrue("jsonvalue") ? "j" : "")
            + (m.isTrue("flattened") ? "f" : "")
            + (m.isTrue("streaming") ? "t" : "");
    return "m"
        + String.join(
            "|",
            member,
            m.text("shape"),
            traits,
            m.text("location"),
            m.text("locationName"),
            m.tree("contextParam").text("name"),
            m.text("queryName"),
            m.text("timestampFormat"));
  }
}
