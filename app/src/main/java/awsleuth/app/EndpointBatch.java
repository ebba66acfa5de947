package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Session;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.endpoint.EndpointRecord;
import awsleuth.boto.endpoint.Endpoints;
import awsleuth.boto.endpoint.RequestOutcome;
import awsleuth.boto.endpoint.Requests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code awsleuth endpoint --batch}: one call a line in, what botocore does with it a line out. */
final class EndpointBatch {

  private final Endpoints endpoints;
  private final Requests requests;

  EndpointBatch(AwsCatalog catalog) {
    this.endpoints = new Endpoints(catalog);
    this.requests = new Requests(catalog);
  }

  void run(InputStream in, PrintStream out) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        out.print(answer(line, number));
      }
    }
    out.flush();
  }

  private String answer(String line, int number) {
    return switch (EndpointRecord.parse(line)) {
      case EndpointRecord.Unreadable(String reason) ->
          EndpointJson.batchError("line " + number + ", " + reason);
      case EndpointRecord.Read(EndpointRecord call) -> answer(call);
    };
  }

  private String answer(EndpointRecord call) {
    return switch (call.session()) {
      case Session.Refused(Raised raised) -> EndpointJson.batchRefused(call, raised, true);
      case Session.Open(Session session) -> {
        yield switch (endpoints.client(session, call.arguments())) {
          case ClientOutcome.Refused refused ->
              EndpointJson.batchRefused(call, refused.raised(), true);
          case ClientOutcome.Made(awsleuth.boto.endpoint.Client client) ->
              switch (requests.request(client, call.operation(), call.parameters())) {
                case RequestOutcome.Request request -> EndpointJson.batchLine(call, request);
                case RequestOutcome.Refused(Raised raised) ->
                    EndpointJson.batchRefused(call, raised, false);
              };
        };
      }
    };
  }
}
