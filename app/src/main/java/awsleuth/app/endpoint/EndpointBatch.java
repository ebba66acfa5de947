package awsleuth.app.endpoint;

import awsleuth.app.command.BatchLines;
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
import java.util.List;
import java.util.Optional;

/** {@code awsleuth endpoint --batch}: one call a line in, what botocore does with it a line out. */
final class EndpointBatch implements BatchLines.Answers {

  private final AwsCatalog catalog;
  private final Endpoints endpoints;
  private final Requests requests;

  EndpointBatch(Boto boto) {
    this.catalog = boto.catalog();
    this.endpoints = boto.endpoints();
    this.requests = boto.requests();
  }

  @Override
  public String answer(String line, int number) {
    return switch (CallRecord.parse(line)) {
      case CallRecord.Unreadable(String reason) ->
          EndpointJson.batchError("", "line " + number + ", " + reason);
      case CallRecord.Read(CallRecord call) -> answer(call);
    };
  }

  @Override
  public String error(String line, String why) {
    String id = CallRecord.parse(line) instanceof CallRecord.Read(CallRecord call) ? call.id() : "";
    return EndpointJson.batchError(id, why);
  }

  private String answer(CallRecord call) {
    return switch (call.session()) {
      case Session.Refused(Raised raised, List<String> _) ->
          EndpointJson.batchRefused(call, raised, true);
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
