package awsleuth.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The tables of a catalog's index, each opened when it is first asked for. */
final class LazyTables {

  private final Function<String, SortedTable> opening;
  private final Map<String, SortedTable> open = new HashMap<>();

  LazyTables(Function<String, SortedTable> opening) {
    this.opening = opening;
  }

  /**
   * A table by its name:
   *
   * <ul>
   *   <li>{@code operations}: operation → services
   *   <li>{@code forms}: operation, letters and digits alone → operation in API form
   *   <li>{@code errors}: error code → services
   *   <li>{@code services}: service → serviceId, signing name, endpoint prefix, protocol, versions
   *   <li>names of services: serviceId, signing name or prefix, letters and digits alone → services
   *   <li>{@code prefixes}: endpoint prefix → services
   *   <li>{@code regions}: Region → partition
   *   <li>{@code endpoints}: endpoint prefix → Regions; {@code *} where it is global
   *   <li>{@code hosts}: host name off the pattern → endpoint prefix, Region
   * </ul>
   */
  SortedTable get(String name) {
    SortedTable table = open.get(name);
    if (table == null) {
      table = opening.apply(name);
      open.put(name, table);
    }
    return table;
  }
}
