package awsleuth.collect.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Keys;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.endpoint.ClientOutcome;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.request.Message;
import awsleuth.boto.request.MessageOutcome;
import awsleuth.boto.retry.script.Protocol;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of operations that read, as boto3 would send them with the settings of a session. Every one
 * is counted; one that does not read is never sent.
 */
public final class AwsCalls {

  /** Why nothing was asked where no time was left. */
  public static final String LATE = "not asked: the time of --timeout was over";

  private final AwsCatalog catalog;
  private final Boto boto;
  private final Session session;
  private final Keys keys;
  private final Carrier carrier;
  private final Unreached unreached = new Unreached();
  private final List<String> made = new ArrayList<>();

  /**
   * Nothing called yet.
   *
   * @param session where Regions and endpoints come from
   * @param keys what calls are signed with
   * @param route proxies and certificates
   * @param longest of one call
   * @param all when no call may go on any more
   */
  public AwsCalls(
      AwsCatalog catalog, Session session, Keys keys, Route route, Duration longest, Deadline all) {
    this.catalog = catalog;
    this.boto = Boto.of(catalog, LocalDate.now(ZoneOffset.UTC));
    this.session = session;
    this.keys = keys;
    this.carrier = new Carrier(route, longest, all);
  }

  /**
   * Calls an operation.
   *
   * @param client the service, and its Region or endpoint where they are not the session's
   * @param operation its API name
   * @throws IllegalArgumentException if the operation does not only read
   */
  public CallResult call(ClientArguments client, String operation, PyValue.Dict parameters) {
    Optional<Service> service = catalog.service(client.service());
    Optional<Operation> known = service.flatMap(s -> s.operation(operation));
    if (known.isEmpty()) {
      return new CallResult.NotSent("this botocore does not know the operation");
    }
    if (!ReadOnly.allows(catalog, client.service(), known.get())) {
      throw new IllegalArgumentException(
          client.service() + " " + operation + " does not only read");
    }
    return switch (boto.endpoints().client(session, client)) {
      case ClientOutcome.Refused refused -> unsent(refused.raised());
      case ClientOutcome.Made(Client made) -> send(made, operation, parameters);
    };
  }

  /**
   * The URL that a call would be sent to; empty where it would not be sent.
   *
   * @param client as of {@link #call}
   * @param operation its API name
   */
  public Optional<String> address(
      ClientArguments client, String operation, PyValue.Dict parameters) {
    return boto.endpoints().client(session, client) instanceof ClientOutcome.Made(Client made)
            && boto.requests().message(made, operation, parameters)
                instanceof MessageOutcome.Ready(Message message)
        ? Optional.of(message.url())
        : Optional.empty();
  }

  private CallResult send(Client client, String operation, PyValue.Dict parameters) {
    return switch (boto.requests().message(client, operation, parameters)) {
      case MessageOutcome.Refused(Raised raised) -> unsent(raised);
      case MessageOutcome.Beyond(String why) -> new CallResult.NotSent(why);
      case MessageOutcome.Ready(var message) -> {
        String host = String.valueOf(URI.create(message.url()).getAuthority());
        Optional<String> why =
            UnsendableKeys.why(keys)
                .or(() -> carrier.isOver() ? Optional.of(LATE) : unreached.why(host));
        if (why.isPresent()) {
          yield new CallResult.NotSent(why.get());
        }
        CallResult result = carry(message, Protocol.of(client.service()));
        unreached.note(host, result);
        note(client.service().metadata().name() + " " + operation + ": " + Replies.words(result));
        yield result;
      }
    };
  }

  /** The session's Region; empty where it has none. */
  public Optional<String> region() {
    return session.either("AWS_DEFAULT_REGION", "region").map(Found::value);
  }

  /** What the calls are known by. */
  public AwsCatalog catalog() {
    return catalog;
  }

  /** The IAM actions that a call needs, as they are said to people. */
  public String permissions(String service, String operation) {
    return String.join(", ", catalog.iamActions(service, operation));
  }

  private CallResult carry(Message message, Protocol protocol) {
    Deadline until = carrier.fromNow();
    try {
      return Replies.read(carrier.carry(message, keys, until), protocol);
    } catch (Broken e) {
      return new CallResult.Unreachable(e.fault().words(), Optional.of(e.fault()), until.whole());
    }
  }

  private static CallResult unsent(Raised raised) {
    return new CallResult.NotSent(Opened.raises(raised), Optional.of(raised));
  }

  private synchronized void note(String line) {
    made.add(line);
  }

  /** What was sent, and what came of it, one line each, in the order of the answers. */
  public synchronized List<String> made() {
    return List.copyOf(made);
  }
}
