package awsleuth.core.evidence;

import java.util.List;
import java.util.Map;

/**
 * What a command of the AWS CLI printed that describes or lists things.
 *
 * @param fields every scalar by its dotted path, such as {@code
 *     Reservations.0.Instances.0.InstanceId}; list elements by index
 * @param lines where each of these stands
 * @param source the line where the answer begins
 */
public record CliAnswer(Map<String, String> fields, Map<String, Integer> lines, Source source)
    implements Evidence {

  /** The field at a dotted path; empty where the answer does not have it. */
  public String field(String path) {
    return fields.getOrDefault(path, "");
  }

  /** The line of a field; that of the answer where it does not have the field. */
  public Source at(String path) {
    Integer line = lines.get(path);
    return line == null ? source : new Source(source.artifact(), line);
  }

  /** The paths that end in a member's name, in order. */
  public List<String> paths(String member) {
    return fields.keySet().stream()
        .filter(path -> path.equals(member) || path.endsWith("." + member))
        .sorted()
        .toList();
  }
}
