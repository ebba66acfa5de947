package awsleuth.core.cause;

import awsleuth.core.cause.Fix.Applicability;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The failed call done again: as a check after a fix, and as a fix where waiting helps. */
public final class Again {

  private static final List<String> DESTRUCTIVE =
      List.of(
          "Terminate",
          "Delete",
          "BatchDelete",
          "Stop",
          "Reboot",
          "Deregister",
          "Remove",
          "Purge",
          "Cancel",
          "Disable",
          "Revoke",
          "Release",
          "Detach",
          "Disassociate",
          "Destroy",
          "Reset",
          "Schedule");

  /** What EC2 makes by these is paid for while it is there. */
  private static final List<String> COSTLY =
      List.of("Run", "Create", "Allocate", "Purchase", "Request", "Start", "Copy");

  private Again() {}

  /**
   * A check by the same call; where EC2 can try it dry that is done, else it says what it leaves.
   */
  public static Verification of(Facts facts, String expect) {
    return of(facts, expect, Map.of());
  }

  /**
   * The same with other values than those that made the call fail.
   *
   * @param instead by the parameters' names, or {@code Region}; empty values are not known
   */
  public static Verification of(Facts facts, String expect, Map<String, String> instead) {
    String command = facts.reproduction(instead) + (isBare(facts) ? " <other options>" : "");
    if (isRefused(facts) && hasDryRun(facts) && !Reading.is(facts)) {
      return new Verification.Rerun(
          command + " --dry-run", "it says DryRunOperation: the call would succeed");
    }
    return new Verification.Rerun(command, expect + beware(facts));
  }

  /** What the call leaves behind; empty where that does no harm or is not known. */
  private static String beware(Facts facts) {
    if (begins(facts, DESTRUCTIVE)) {
      return "; it cannot be undone, so run it only where it is due";
    }
    if (facts.call().operation().equals("CreateMultipartUpload")) {
      return "; abort the upload that it begins, whose parts are paid for:"
          + " aws s3api abort-multipart-upload";
    }
    return facts.call().service().equals("ec2") && begins(facts, COSTLY)
        ? "; it makes what is paid for, so run it only where that is wanted"
        : "";
  }

  /**
   * Whether the call changes something and requires no parameter by itself, so that the command
   * would do nothing that was meant.
   */
  private static boolean isBare(Facts facts) {
    String service = facts.call().service();
    String operation = facts.call().operation();
    return service.equals("ec2")
        && !Reading.is(facts)
        && facts.written().isEmpty()
        && facts
            .catalog()
            .service(service)
            .flatMap(s -> s.input(operation))
            .filter(i ->
                i.members().stream()
                    .filter(m -> m.required())
                    .noneMatch(
                        m -> facts.catalog().cliOption(service, operation, m.name()).isPresent()))
            .isPresent();
  }

  /**
   * A bucket made in a Region, which the request must name once more unless it is us-east-1.
   *
   * @param region empty where it is not known
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
   */
  public static Verification ofBucket(Facts facts, Optional<String> region) {
    Map<String, String> instead = new HashMap<>();
    instead.put("Region", region.orElse(""));
    if (!region.filter("us-east-1"::equals).isPresent()) {
      instead.put("CreateBucketConfiguration", "LocationConstraint=" + region.orElse("<region>"));
    }
    return of(facts, "it answers with the bucket's Location", instead);
  }

  /** The same call as a fix; a template where not all that it was given is known. */
  public static Fix fix(Facts facts, String title, String before) {
    String command = before + facts.reproduction();
    boolean whole = facts.written().isPresent() || Reading.is(facts);
    return whole || Fix.readyOrTemplate(command) == Applicability.TEMPLATE
        ? Fix.command(title, command)
        : Fix.command(title, command + " <other options>");
  }

  private static boolean isRefused(Facts facts) {
    return facts.family() == CodeFamily.DENIED;
  }

  private static boolean hasDryRun(Facts facts) {
    return facts.call().service().equals("ec2")
        && facts
            .catalog()
            .service("ec2")
            .flatMap(s -> s.input(facts.call().operation()))
            .flatMap(i -> i.member("DryRun"))
            .isPresent();
  }

  private static boolean begins(Facts facts, List<String> verbs) {
    return verbs.stream().anyMatch(facts.call().operation()::startsWith);
  }
}
