package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Literal;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A managed policy that the caller was given: where the archive does not have its text and AWS says
 * that an identity-based policy denies, it may be the one.
 *
 * @param call the refused call
 * @param change what attached it
 * @param before the calls that succeeded
 */
record Attached(Refused call, Change change, Before before) {

  private static final int SHORT = 3;

  /** A policy that AWS writes is of no account. */
  private static final String BY_AWS = ":iam::aws:policy/";

  /**
   * Whether it is a policy that AWS writes, and named for the called service, as {@code
   * AmazonSQSFullAccess} is; short names count in capitals alone.
   */
  boolean isForService() {
    String name = change.part().substring(change.part().lastIndexOf('/') + 1);
    String service = call.sampled().event().service();
    return change.part().contains(BY_AWS)
        && (service.length() <= SHORT
            ? name.contains(service.toUpperCase(Locale.ROOT))
            : name.toLowerCase(Locale.ROOT).contains(service));
  }

  /** The ruling where AWS names another policy that denies; else empty. */
  Optional<Ruling> another() {
    String named = call.denial().policyArn();
    return change.attaches() && !named.isEmpty() && !named.equals(change.part())
        ? Optional.of(Ruling.ruledOut("AWS says that another policy denies: " + named))
        : Optional.empty();
  }

  /** The ruling where it is not known what the policy says of the call. */
  Ruling ruling(Touch touch) {
    if (call.denial().kind() != Denial.Kind.EXPLICIT) {
      return Ruling.remote(
          "it gave the caller another policy, which refuses nothing unless it denies");
    }
    List<String> why = new ArrayList<>();
    why.add(gave(touch));
    before.words(change.event().time()).ifPresent(why::add);
    if (!call.denial().policyArn().isEmpty()) {
      why.add("AWS says that this policy denies");
    }
    return new Ruling(Certainty.POSSIBLE, List.copyOf(why), text());
  }

  private String gave(Touch touch) {
    String kind = change.part().contains(BY_AWS) ? "AWS managed policy" : "policy";
    String name = change.part().substring(change.part().lastIndexOf('/') + 1);
    return "it gave %s the %s `%s`".formatted(touch.words(), kind, name);
  }

  /** What prints the version that holds. */
  private String text() {
    String arn = Literal.shell(change.part(), "<policy ARN>");
    return "what the policy says: aws iam get-policy-version --policy-arn "
        + arn
        + " --version-id $(aws iam get-policy --policy-arn "
        + arn
        + " --query Policy.DefaultVersionId --output text)";
  }
}
