package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a call has and the command of the AWS CLI for it cannot say: what the service streams is in
 * a file there, and a few parameters have no option.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html">Load a
 *     parameter from a file</a>
 */
public record CliLosses(AwsCatalog catalog, Service service, Operation operation) {

  private static final List<String> UPLOADS = List.of("upload_file", "upload_fileobj");

  /** A line for each that is lost; empty where the command says all. */
  public List<String> of(GivenCall call) {
    List<String> lines = new ArrayList<>();
    for (PyValue name : call.params().entries().keySet()) {
      lost(PythonText.str(name)).ifPresent(lines::add);
    }
    UPLOADS.stream()
        .filter(m -> operation.name().equals("PutObject") && call.written().calls(m))
        .findFirst()
        .ifPresent(m -> lines.add("the file that " + m + " sends is to be named by --body"));
    return lines;
  }

  private Optional<String> lost(String parameter) {
    Optional<Shape.Member> member =
        service.input(operation.name()).flatMap(i -> i.member(parameter));
    if (member.isEmpty()) {
      return Optional.empty();
    }
    return catalog
        .cliOption(service.metadata().name(), operation.name(), parameter)
        .map(option ->
            service.isStreaming(member.get())
                ? Optional.of(
                    "--%s takes the name of a file: write %s into one and name it for `<file>`"
                        .formatted(option, parameter))
                : Optional.<String>empty())
        .orElseGet(
            () -> Optional.of("the command has no option for " + parameter + ": it is left out"));
  }
}
