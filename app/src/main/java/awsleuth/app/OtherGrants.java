package awsleuth.app;

import awsleuth.iam.policy.AccessList;
import awsleuth.iam.policy.KeyGrants;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    String acl = parsed.matchedOptionValue("--acl", "");
    if (!acl.isEmpty() && ownership.isEmpty()) {
      throw new InputException(
          "--acl needs " + OWNERSHIP + ", which tells whether access control lists count");
    }
    if (!acl.isEmpty() && listsCount(parsed)) {
      boolean blocked = parsed.hasMatchedOption("--block-public-access");
      found.add(policy(acl, AccessList.read(Printable.of(acl), text(acl), blocked)));
    }
    String grants = parsed.matchedOptionValue("--kms-grants", "");
    if (!grants.isEmpty()) {
      found.add(policy(grants, KeyGrants.read(Printable.of(grants), text(grants))));
    }
    return found;
  }

  /** Whether access control lists count: not where the bucket's owner is enforced. */
  static boolean listsCount(CommandLine.ParseResult parsed) {
    String ownership = parsed.matchedOptionValue(OWNERSHIP, "");
    return !ownership.isEmpty() && !ownership.equals("BucketOwnerEnforced");
  }

  private static String text(String path) throws InputException {
    return PolicyFile.text(Path.of(path));
  }

  private static Policy policy(String path, Reading reading) throws InputException {
    if (reading.policy().isEmpty()) {
      throw new InputException(
          reading.faults().stream()
              .map(f -> PolicyFile.line(Path.of(path), f))
              .collect(Collectors.joining("\n")));
    }
    return reading.policy().get();
  }
}
