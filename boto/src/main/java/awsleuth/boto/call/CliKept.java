package awsleuth.boto.call;

import java.util.ArrayList;
import java.util.List;

/** What a command has besides parameters, as it is written, and in which order all of it stands. */
final class CliKept {

  private final List<String> options = new ArrayList<>();
  private final List<String> order = new ArrayList<>();

  /** Keeps an option that gives no parameter. */
  void option(String option, List<ShellWords.Word> values) {
    StringBuilder kept = new StringBuilder(option);
    values.forEach(v -> kept.append(' ').append(v.written()));
    options.add(kept.toString());
    order.add(" " + kept);
  }

  /** A parameter's option stands here. */
  void parameter(String name) {
    order.add(name);
  }

  /** All options that give no parameter, with their values. */
  List<String> options() {
    return List.copyOf(options);
  }

  /** The names of parameters, and what is kept, with a blank before it. */
  List<String> order() {
    return List.copyOf(order);
  }
}
