package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;
import java.util.List;

/** What {@code Session.client} gave. */
public sealed interface ClientOutcome {

  /** A client. */
  record Made(Client client) implements ClientOutcome {}

  /**
   * botocore raises.
   *
   * @param decisions the settings that were looked up until then
   */
  record Refused(Raised raised, List<Client.Decision> decisions) implements ClientOutcome {}
}
