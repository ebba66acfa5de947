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
   * @param methods the lines of its methods, with those of collections as {@code objects.*}: most
   *     are never asked for, so that each is read when it is
   */
  record Resource(String service, String name, List<String> identifiers, String methods) {

    /** The method; of a collection {@code objects.filter}. */
    Optional<Method> method(String collection, String method) {
      String wanted = collection.isEmpty() ? method : collection + ".*";
      String start = "\ndo " + service + " " + name + " " + wanted + " ";
      int at = wanted.contains(" ") ? -1 : methods.indexOf(start);
      if (at < 0) {
        return Optional.empty();
      }
      int end = methods.indexOf('\n', at + 1);
      List<String> words = words(methods.substring(at + start.length(), end));
      return Optional.of(new Method(words.getFirst(), List.copyOf(words.subList(1, words.size()))));
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
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int extra = text.indexOf("\nextra ");
      for (int at = text.indexOf("\nof "); at >= 0; ) {
        int next = text.indexOf("\nof ", at + 1);
        add(text.substring(at + 1, next < 0 ? extra + 1 : next + 1));
        at = next;
      }
      text.substring(extra + 1)
          .lines()
          .map(ResourceMethods::words)
          .forEach(words -> EXTRA.put(words.get(1), words.subList(2, words.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a class: a line {@code of SERVICE NAME IDENTIFIER…}, then a line for each method. */
  private static void add(String block) {
    int end = block.indexOf('\n');
    List<String> words = words(block.substring(0, end));
    RESOURCES.put(
        words.get(1) + " " + words.get(2),
        new Resource(
            words.get(1), words.get(2), words.subList(3, words.size()), block.substring(end)));
  }

  private static List<String> words(String line) {
    return List.of(line.split(" ", -1));
  }
}
