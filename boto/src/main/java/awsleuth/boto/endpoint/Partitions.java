package awsleuth.boto.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The partitions that the rules look Regions up in.
 *
 * @param all in the order of the file, the first for what none has
 */
record Partitions(List<Partition> all) {

  /**
   * A partition.
   *
   * @param regions the names of its Regions
   * @param regex what the names of its Regions begin with
   * @param outputs what the rules can ask of it
   */
  record Partition(Set<String> regions, Pattern regex, Map<String, Object> outputs) {

    boolean has(String region) {
      return regions.contains(region) || regex.matcher(region).lookingAt();
    }
  }

  /** Of the JSON of {@code partitions.json}. */
  static Partitions of(Map<String, Object> json) {
    List<Partition> all = new ArrayList<>();
    for (Map<String, Object> partition : Json.objects(json, "partitions")) {
      Map<String, Object> outputs = new LinkedHashMap<>(Json.object(partition, "outputs"));
      outputs.put("name", Json.text(partition, "id"));
      all.add(
          new Partition(
              Json.object(partition, "regions").keySet(),
              pattern(Json.text(partition, "regionRegex")),
              outputs));
    }
    return new Partitions(List.copyOf(all));
  }

  /** A pattern of Python, which knows Unicode and one kind of line end. */
  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);
  }

  /** What the rules get for a Region. */
  Map<String, Object> of(String region) {
    for (Partition partition : all) {
      if (partition.has(region)) {
        return partition.outputs();
      }
    }
    return all.isEmpty() ? Map.of() : all.getFirst().outputs();
  }
}
