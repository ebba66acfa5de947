package awsleuth.trail.incident;

import awsleuth.trail.Event;
import awsleuth.trail.change.AccessKey;
import awsleuth.trail.change.Change;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a call needs without naming it, made moments before: the access key that signs it, and the
 * service's own role (IAM user guide, "Changes that I make are not always immediately visible",
 * which speaks of access keys too).
 *
 * @param call the call that failed
 */
record JustMade(Refused call) {

  /** What STS and S3 say of a key that they do not know. */
  private static final Set<String> NO_KEY =
      Set.of("InvalidClientTokenId", "InvalidAccessKeyId", "UnrecognizedClientException");

  private static final String OWN_ROLE = "AWSServiceRoleFor";

  /** The last change that made it; empty where none is known. */
  Optional<Change> of(List<Change> changes) {
    return changes.stream()
        .filter(c -> Delay.isBefore(c, call) && !c.event().isFailed())
        .filter(c -> isKey(c) || isOwnRole(c))
        .reduce((first, second) -> second);
  }

  private boolean isKey(Change change) {
    return NO_KEY.contains(call.sampled().event().code())
        && change.event().name().equals("CreateAccessKey")
        && AccessKey.signs(change, call.sampled().record()).orElse(false);
  }

  private boolean isOwnRole(Change change) {
    Event failed = call.sampled().event();
    String said = failed.message().toLowerCase(Locale.ROOT).replace('-', ' ');
    String role = change.thing().name();
    return change.event().name().equals("CreateServiceLinkedRole")
        && said.contains("service linked role")
        && role.startsWith(OWN_ROLE)
        && role.substring(OWN_ROLE.length())
            .toLowerCase(Locale.ROOT)
            .contains(failed.service().toLowerCase(Locale.ROOT));
  }
}
