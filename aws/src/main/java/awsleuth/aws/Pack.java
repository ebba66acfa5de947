package awsleuth.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The pack in the jar, each part opened when it is first asked for.
 *
 * <p>Its parts, made by {@link PackWriter}: {@code stamp} and the tables that {@link Table} lists,
 * and {@code models}, the texts of all services one after the other, each deflated for itself, and
 * {@code documents}, those of {@link EndpointDocuments}, each deflated with a common dictionary.
 */
final class Pack {

  /** The tables, each of sorted lines; lists in a field are parted by spaces. */
  enum Table {
    /** Service; offset and size in {@code models}, size unpacked, endpoint prefix, IAM prefix. */
    SERVICES,
    /** Operation; services; then in turn others that fold to the same and their services. */
    OPERATIONS,
    /** Error code; services. */
    ERRORS,
    /** Name folded by {@link ServiceNames#fold}; service. */
    NAMES,
    /** IAM prefix; services. */
    ACTIONS,
    /** Name of a parameter that the operations of one service alone take; that service. */
    PARAMETERS,
    /** Waiter; in turn an operation that it asks and the services that have it so. */
    WAITERS,
    /**
     * Pattern of the host labels before the DNS suffix, a star for the Region; services, =Region.
     */
    HOSTS,
    /** As {@link RegionWriter} says. */
    REGIONS,
    /** As {@link RegionWriter} says. */
    ENDPOINTS,
    /** Name; offset and size in {@code documents}, size unpacked. */
    DOCUMENT_LINES;

    String file() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The name of the text that the other documents are packed with. */
  static final String DICTIONARY = "dictionary";

  private final Map<Table, SortedLines> open = new ConcurrentHashMap<>();

  /** The version of botocore and the newest API version of all its services, a date. */
  static List<String> stamp() {
    return Fields.words(new String(bytes("stamp"), StandardCharsets.UTF_8).strip());
  }

  SortedLines table(Table table) {
    SortedLines lines = open.get(table);
    if (lines == null) {
      byte[] bytes = bytes(table.file());
      lines = table == Table.OPERATIONS ? SortedLines.of(bytes).folded() : SortedLines.of(bytes);
      open.put(table, lines);
    }
    return lines;
  }

  /** The text of a service by its line in {@link Table#SERVICES}. */
  byte[] model(List<String> line) {
    return text("pack/models", line);
  }

  /**
   * A text out of many in a resource, by a line that has its offset, its size and its size unpacked
   * after a name.
   */
  static byte[] text(String resource, List<String> line) {
    return text(resource, line, new byte[0]);
  }

  /** A document that decides endpoints; an empty object if there is none of that name. */
  byte[] document(String name) {
    List<String> line = table(Table.DOCUMENT_LINES).find(name);
    if (line.isEmpty()) {
      return new byte[] {'{', '}'};
    }
    byte[] words = text("pack/documents", table(Table.DOCUMENT_LINES).find(DICTIONARY));
    return text("pack/documents", line, words);
  }

  private static byte[] text(String resource, List<String> line, byte[] dictionary) {
    int offset = Integer.parseInt(line.get(1));
    int size = Integer.parseInt(line.get(2));
    try (InputStream in = stream(resource)) {
      in.skipNBytes(offset);
      return inflate(in.readNBytes(size), Integer.parseInt(line.get(3)), dictionary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] inflate(byte[] packed, int size) {
    return inflate(packed, size, new byte[0]);
  }

  private static byte[] inflate(byte[] packed, int size, byte[] dictionary) {
    byte[] text = new byte[size];
    Inflater inflater = new Inflater(true);
    try {
      if (dictionary.length > 0) {
        inflater.setDictionary(dictionary);
      }
      inflater.setInput(packed);
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(text, done, size - done);
        if (more == 0) {
          throw new DataFormatException("too short");
        }
        done += more;
      }
      return text;
    } catch (DataFormatException e) {
      throw new IllegalStateException("the pack in the jar is damaged", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] bytes(String name) {
    return resource("pack/" + name);
  }

  /** The bytes of a resource beside this class. */
  static byte[] resource(String name) {
    try (InputStream in = stream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream stream(String name) {
    InputStream in = Pack.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is not in the jar");
    }
    return in;
  }
}
