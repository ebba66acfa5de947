package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.request.CallRecord;
import awsleuth.boto.request.RequestOutcome;
import awsleuth.boto.request.Requests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code awsleuth endpoint --batch}: one call a line in, what botocore does with it a line out. */
final class EndpointBatch {

  private final AwsCatalog catalog;
  private final Endpoints endpoints;
  private final Requests requests;
  private boolean failed;

  EndpointBatch(Boto boto) {
    this.catalog = boto.catalog();
    this.endpoints = boto.endpoints();
    this.requests = boto.requests();
  }

  /** Answers all lines; false where awsleuth itself failed on one. */
  boolean run(InputStream in, PrintStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.print(answer(line, number));
      }
    }
    out.flush();
    return !failed;
  }

  private String answer(String line, int number) {
    return switch (CallRecord.parse(line)) {
      case CallRecord.Unreadable(String reason) ->
          EndpointJson.batchError("", "line " + number + ", " + reason);
      case CallRecord.Read(CallRecord call) -> {
        try {
          yield answer(call);
        } catch (RuntimeException | StackOverflowError bug) {
          failed = true;
          String what = bug.getClass().getSimpleName();
          yield EndpointJson.batchError(
              call.id(), "line " + number + ": awsleuth failed inside: " + what);
        }
      }
    };
  }

  private String answer(CallRecord call) {
    return switch (call.session()) {
      case Session.Refused(Raised raised) -> EndpointJson.batchRefused(call, raised, true);
      case Session.Open(Session session) ->
          switch (endpoints.client(session, call.arguments())) {
            case ClientOutcome.Refused refused ->
                EndpointJson.batchRefused(call, refused.raised(), true);
            case ClientOutcome.Made(Client client) -> answer(call, client);
          };
    };
  }

  private String answer(CallRecord call, Client client) {
    String service = client.service().metadata().name();
    Optional<String> operation =
        client.service().operation(call.operation()).isPresent()
            ? Optional.of(call.operation())
            : catalog.operationName(service, call.operation());
    if (operation.isEmpty()) {
      return EndpointJson.batchError(
          call.id(), service + " has no operation `" + call.operation() + "`");
    }
    return switch (requests.request(client, operation.get(), call.parameters())) {
      case RequestOutcome.Request request -> EndpointJson.batchLine(call, request);
      case RequestOutcome.Refused(Raised raised) -> EndpointJson.batchRefused(call, raised, false);
    };
  }
}
