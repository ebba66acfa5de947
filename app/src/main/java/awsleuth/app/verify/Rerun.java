package awsleuth.app.verify;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.call.ReadOnly;
import java.util.Optional;

/** Does a call again that only reads, from the command of a verification. */
record Rerun(AwsCatalog catalog, AwsCalls calls) {

  /** What came of it; empty where the command is none that awsleuth may do. */
  Optional<CallResult> of(String command, String region) {
    if (!CliCallReader.isCommand(command)
        || !(CliCallReader.read(catalog, command) instanceof GivenCall.Read(GivenCall call))
        || !call.unread().isEmpty()
        || command.indexOf('<') >= 0) {
      return Optional.empty();
    }
    Optional<Operation> operation =
        catalog
            .operationName(call.service(), call.operation())
            .flatMap(name -> catalog.service(call.service()).flatMap(s -> s.operation(name)));
    if (operation.isEmpty() || !ReadOnly.allows(catalog, call.service(), operation.get())) {
      return Optional.empty();
    }
    ClientArguments client = ClientArguments.of(call.service());
    String wanted = region(command).orElse(region);
    return Optional.of(
        calls.call(
            wanted.isEmpty() ? client : client.inRegion(wanted),
            operation.get().name(),
            call.params()));
  }

  private static Optional<String> region(String command) {
    String[] words = command.split(" ");
    for (int i = 0; i + 1 < words.length; i++) {
      if (words[i].equals("--region")) {
        return Optional.of(words[i + 1]);
      }
    }
    return Optional.empty();
  }
}
