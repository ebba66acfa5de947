package awsleuth.app.simulate;

import awsleuth.iam.PolicySet.NotGiven;
import awsleuth.iam.policy.AccessListKind;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine;

/**
 * What options leave open. That a policy was not given does not mean that there is none: where a
 * request cannot be allowed without it, the answer stays open.
 */
final class NotGivenPolicies {

  private NotGivenPolicies() {}

  static Set<NotGiven> of(CommandLine.ParseResult parsed) {
    Set<NotGiven> open = EnumSet.noneOf(NotGiven.class);
    if (parsed.hasMatchedOption("--no-other-policies")) {
      return open;
    }
    for (NotGiven kind : NotGiven.values()) {
      if (isOpen(kind, parsed)) {
        open.add(kind);
      }
    }
    return open;
  }

  private static boolean isOpen(NotGiven kind, CommandLine.ParseResult parsed) {
    return switch (kind) {
      case IDENTITY -> !has(parsed, PolicyOption.POLICY);
      case RESOURCE -> !has(parsed, PolicyOption.RESOURCE) && !has(parsed, PolicyOption.TRUST);
      case SESSION -> !has(parsed, PolicyOption.SESSION);
      case BUCKET_ACL -> isListOpen(AccessListKind.BUCKET, parsed);
      case OBJECT_ACL -> isListOpen(AccessListKind.OBJECT, parsed);
    };
  }

  private static boolean isListOpen(AccessListKind kind, CommandLine.ParseResult parsed) {
    return OtherGrants.listsCount(parsed) && !parsed.hasMatchedOption(OtherGrants.option(kind));
  }

  private static boolean has(CommandLine.ParseResult parsed, PolicyOption option) {
    return parsed.hasMatchedOption(option.option());
  }

  /** The option that gives what is open. */
  static String option(NotGiven kind) {
    return switch (kind) {
      case IDENTITY -> PolicyOption.POLICY.option();
      case RESOURCE -> PolicyOption.RESOURCE.option();
      case SESSION -> PolicyOption.SESSION.option();
      case BUCKET_ACL -> OtherGrants.option(AccessListKind.BUCKET);
      case OBJECT_ACL -> OtherGrants.option(AccessListKind.OBJECT);
    };
  }
}
