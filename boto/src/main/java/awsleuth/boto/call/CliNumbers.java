package awsleuth.boto.call;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonInts;
import awsleuth.boto.python.PythonText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Options of the CLI's own whose values are whole numbers.
 *
 * @see <a
 *     href="https://github.com/aws/aws-cli/blob/develop/awscli/customizations/paginate.py">paginate.py</a>
 */
final class CliNumbers {

  /** What argparse says; it comes before what is said of other values. */
  static final String REFUSED = ": invalid int value: ";

  /** Parameters that give the size of a page; where one is a text, the option takes any. */
  private static final Set<String> SIZES = Set.of("maxresults", "maxitems", "limit");

  private CliNumbers() {}

  /** What the CLI says of the value of an option; empty where it takes it. */
  static Optional<String> refusal(
      Service service, Operation operation, String option, List<ShellWords.Word> values) {
    if (values.size() != 1 || !values.getFirst().known()) {
      return Optional.empty();
    }
    String text = values.getFirst().text();
    boolean paging = Set.of("--max-items", "--page-size").contains(option);
    return PythonInts.isWhole(text) || !paging || hasTextSizes(service, operation)
        ? Optional.empty()
        : Optional.of("aws: error: argument " + option + REFUSED + PythonText.repr(new Str(text)));
  }

  /** What stands for the number in a corrected command. */
  static List<ShellWords.Word> instead(int line) {
    return List.of(new ShellWords.Word("<number>", true, line));
  }

  private static boolean hasTextSizes(Service service, Operation operation) {
    return service.input(operation.name()).stream()
        .flatMap(i -> i.members().stream())
        .filter(m -> SIZES.contains(m.name().toLowerCase(Locale.ROOT)))
        .anyMatch(m ->
            service.shape(m.shape()).orElse(null) instanceof Shape.Scalar s
                && s.type().equals("string"));
  }
}
