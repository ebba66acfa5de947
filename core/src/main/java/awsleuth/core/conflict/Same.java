package awsleuth.core.conflict;

import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/** Whether two pieces of evidence are of the same thing. */
final class Same {

  private Same() {}

  /** Whether an event is surely a call's own: it has its request id. */
  static boolean request(TrailEvent event, FailedCall call) {
    return !call.requestId().isEmpty() && call.requestId().equals(event.field("requestID"));
  }

  /** The caller's ARN as AWS's sentence or the call's event names it; empty where none does. */
  static Optional<String> caller(Facts facts) {
    String told =
        facts.denial() instanceof Fact.Known<Denial>(Denial d, var _) ? d.principal() : "";
    return Optional.of(told)
        .filter(p -> p.startsWith("arn:"))
        .or(() -> facts.event().map(TrailEvent::principal).filter(p -> p.startsWith("arn:")));
  }

  /** The account in an ARN; empty where it has none. */
  static String account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 ? parts[4] : "";
  }

  /** The name of the role or user that an ARN of IAM or STS is about; empty where it is of none. */
  static String name(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      return "";
    }
    String[] path = parts[5].split("/", -1);
    return path.length > 1 && path[0].equals("assumed-role") ? path[1] : path[path.length - 1];
  }

  /** {@code role/NAME} or {@code user/NAME} of an ARN, {@code role/NAME} of a session's. */
  static String owner(String arn) {
    boolean user = arn.split(":", 6).length == 6 && arn.split(":", 6)[5].startsWith("user/");
    return (user ? "user/" : "role/") + name(arn);
  }
}
