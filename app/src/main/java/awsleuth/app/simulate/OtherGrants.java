package awsleuth.app.simulate;

import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.policy.PolicyFile;
import awsleuth.app.terminal.Printable;
import awsleuth.iam.policy.AccessList;
import awsleuth.iam.policy.AccessListKind;
import awsleuth.iam.policy.KeyGrants;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** What allows beside policies: the grants of a KMS key, the access control lists of S3. */
final class OtherGrants {

  private static final String OWNERSHIP = "--object-ownership";

  private OtherGrants() {}

  static List<Policy> of(CommandLine.ParseResult parsed) throws InputException {
    List<Policy> found = new ArrayList<>();
    String ownership = parsed.matchedOptionValue(OWNERSHIP, "");
    if (!ownership.isEmpty() && !SimulateOptions.OWNERSHIP.contains(ownership)) {
      throw new InputException(
          OWNERSHIP
              + " is "
              + WrongUsage.listed(SimulateOptions.OWNERSHIP)
              + ", not `"
              + Printable.line(ownership)
              + "`");
    }
    for (AccessListKind kind : AccessListKind.values()) {
      list(kind, parsed).ifPresent(found::add);
    }
    String grants = parsed.matchedOptionValue("--kms-grants", "");
    if (!grants.isEmpty()) {
      found.add(policy(grants, KeyGrants.read(Printable.of(grants), text(grants))));
    }
    return found;
  }

  /** The option that gives the access control list of a bucket or object. */
  static String option(AccessListKind kind) {
    return "--" + kind.word() + "-acl";
  }

  private static Optional<Policy> list(AccessListKind kind, CommandLine.ParseResult parsed)
      throws InputException {
    String path = parsed.matchedOptionValue(option(kind), "");
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (!parsed.hasMatchedOption(OWNERSHIP)) {
      throw new InputException(
          option(kind)
              + " needs "
              + OWNERSHIP
              + ", which tells whether access control lists count");
    }
    one(kind, parsed);
    if (!listsCount(parsed)) {
      return Optional.empty();
    }
    boolean blocked = parsed.hasMatchedOption("--block-public-access");
    return Optional.of(
        policy(path, AccessList.read(Printable.of(path), text(path), kind, blocked)));
  }

  /** A list is of one bucket or object, so that it says nothing of others. */
  private static void one(AccessListKind kind, CommandLine.ParseResult parsed)
      throws InputException {
    long asked =
        parsed.matchedOptionValue("--resource", List.<String>of()).stream()
            .filter(r -> kind == AccessListKind.BUCKET || r.contains("/"))
            .map(r -> kind == AccessListKind.BUCKET ? r.replaceFirst("/.*", "") : r)
            .distinct()
            .count();
    if (asked > 1) {
      throw new InputException(
          option(kind) + " is of one " + kind.word() + ", and --resource names " + asked);
    }
  }

  /** Whether access control lists count: not where the bucket's owner is enforced. */
  static boolean listsCount(CommandLine.ParseResult parsed) {
    String ownership = parsed.matchedOptionValue(OWNERSHIP, "");
    return !ownership.isEmpty() && !ownership.equals("BucketOwnerEnforced");
  }

  private static String text(String path) throws InputException {
    return PolicyFile.text(NamedFile.of(path));
  }

  private static Policy policy(String path, Reading reading) throws InputException {
    if (reading.policy().isEmpty()) {
      throw new InputException(
          reading.faults().stream()
              .map(f -> PolicyFile.line(path, f))
              .collect(Collectors.joining("\n")));
    }
    return reading.policy().get();
  }
}
