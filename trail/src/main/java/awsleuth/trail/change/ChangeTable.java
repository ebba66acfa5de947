package awsleuth.trail.change;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which events change something, and where in them what is told: {@code changes.tsv}. */
final class ChangeTable {

  /**
   * One kind of event.
   *
   * @param names places of the thing's name, tried in turn
   * @param parts places of the part's name
   * @param documents places of the document
   */
  record Row(
      String service,
      String name,
      Topic topic,
      String kind,
      List<String> names,
      List<String> parts,
      List<String> documents) {}

  private static final ChangeTable TABLE = new ChangeTable(lines("changes.tsv"));

  private final Map<String, List<Row>> byName = new HashMap<>();

  private ChangeTable(List<String> lines) {
    for (String line : lines) {
      if (!line.isEmpty() && line.charAt(0) != '#') {
        Row row = row(line.split("\t", -1));
        byName.merge(row.name(), List.of(row), ChangeTable::both);
      }
    }
  }

  private static List<Row> both(List<Row> a, List<Row> b) {
    return java.util.stream.Stream.concat(a.stream(), b.stream()).toList();
  }

  private static Row row(String[] f) {
    return new Row(f[0], f[1], Topic.valueOf(f[2]), f[3], places(f[4]), places(f[5]), places(f[6]));
  }

  /** Several things in one field. */
  static List<String> places(String field) {
    return field.equals("-") ? List.of() : List.of(field.split("\\|", -1));
  }

  /** The lines of a table. */
  static List<String> lines(String table) {
    try (InputStream in = ChangeTable.class.getResourceAsStream(table)) {
      if (in == null) {
        throw new IllegalStateException("no " + table);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What kinds of things may be changed. */
  Set<String> kinds() {
    return byName.values().stream()
        .flatMap(List::stream)
        .map(Row::kind)
        .collect(Collectors.toUnmodifiableSet());
  }

  static ChangeTable get() {
    return TABLE;
  }

  /** The row of an event; empty where such an event changes nothing. */
  Optional<Row> of(String service, String eventName) {
    List<Row> rows = byName.get(plain(eventName));
    if (rows != null) {
      for (Row row : rows) {
        if (row.service().equals(service)) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Lambda's events have a version behind the operation's name: {@code AddPermission20150331v2}.
   */
  private static String plain(String name) {
    int end = name.length();
    while (end > 0 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == 'v')) {
      end--;
    }
    return name.length() - end >= 8 ? name.substring(0, end) : name;
  }
}
