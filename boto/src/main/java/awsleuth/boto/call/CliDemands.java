package awsleuth.boto.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the AWS CLI demands of the options of a command together.
 *
 * @param given the names of options that are given, with their hyphens
 */
record CliDemands(Set<String> given) {

  /**
   * What it requires and was not given.
   *
   * @param file whether the file is to be named still that an answer is written to
   */
  List<String> missing(CliOptions options, boolean file) {
    boolean free =
        given.contains(CliParams.INPUT)
            || given.contains(CliParams.YAML)
            || given.contains(CliParams.SKELETON);
    List<String> missing = new ArrayList<>();
    for (CliOption option : options.own().values()) {
      if (option.required() && !free && !given.contains(option.name())) {
        missing.add(option.name());
      }
    }
    if (file && !given.contains(CliParams.SKELETON)) {
      missing.add("outfile");
    }
    return missing;
  }

  /** What it says of options about pages where there are to be none. */
  Optional<String> paging() {
    List<String> paging = CliOptions.PAGING.stream().filter(given::contains).sorted().toList();
    return given.contains("--no-paginate") && !paging.isEmpty()
        ? Optional.of(
            "Error during pagination: Cannot specify --no-paginate along with pagination"
                + " arguments: "
                + String.join(", ", paging))
        : Optional.empty();
  }
}
