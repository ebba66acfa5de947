package awsleuth.boto.call;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The operations behind the methods of {@code boto3.resource(…)}. {@code boto/resource-methods.py}
 * writes the list.
 */
final class ResourceMethods {

  /** The class of a service's own resource. */
  static final String SERVICE = "-";

  private static final Map<String, Resource> RESOURCES = new LinkedHashMap<>();
  private static final Map<String, List<String>> EXTRA = new HashMap<>();

  static {
    read();
  }

  private ResourceMethods() {}

  /**
   * A resource's class.
   *
   * @param identifiers what its constructor takes, in its order
   * @param methods with those of collections as {@code objects.*}
   */
  record Resource(
      String service, String name, List<String> identifiers, Map<String, Method> methods) {

    /** The method; of a collection {@code objects.filter}. */
    Optional<Method> method(String collection, String method) {
      return Optional.ofNullable(methods.get(collection.isEmpty() ? method : collection + ".*"));
    }
  }

  /**
   * What a method calls.
   *
   * @param given {@code TARGET=SOURCE}
   */
  record Method(String operation, List<String> given) {}

  /** The class of a service. */
  static Optional<Resource> of(String service, String name) {
    return Optional.ofNullable(RESOURCES.get(service + " " + name));
  }

  /** The classes of that name, of any service. */
  static List<Resource> named(String name) {
    return RESOURCES.values().stream().filter(r -> r.name().equals(name)).toList();
  }

  /** The names that {@code ExtraArgs} may have where S3 is given, sent or copies an object. */
  static List<String> extra(String way) {
    return EXTRA.getOrDefault(way, List.of());
  }

  private static void read() {
    try (InputStream in =
        Objects.requireNonNull(ResourceMethods.class.getResourceAsStream("resource-methods.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        add(List.of(line.split(" ", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(List<String> words) {
    if (words.getFirst().equals("of")) {
      RESOURCES.put(
          words.get(1) + " " + words.get(2),
          new Resource(
              words.get(1), words.get(2), words.subList(3, words.size()), new LinkedHashMap<>()));
    } else if (words.getFirst().equals("do")) {
      Objects.requireNonNull(RESOURCES.get(words.get(1) + " " + words.get(2)))
          .methods()
          .put(words.get(3), new Method(words.get(4), List.copyOf(words.subList(5, words.size()))));
    } else if (words.getFirst().equals("extra")) {
      EXTRA.put(words.get(1), words.subList(2, words.size()));
    }
  }
}
