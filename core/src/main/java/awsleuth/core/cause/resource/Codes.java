package awsleuth.core.cause.resource;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.StateClue;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.CodeFamily;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Sought;
import awsleuth.core.fact.UnassumableRole;

/** Error codes by what they say of a thing; their names follow a few patterns over all services. */
final class Codes {

  private Codes() {}

  static boolean isNoBucket(Facts facts) {
    return facts.code("NoSuchBucket")
        || (facts.code("404", "NotFound")
            && facts.call().service().equals("s3")
            && facts.call().operation().endsWith("Bucket"));
  }

  static boolean isNoKey(Facts facts) {
    return facts.code("NoSuchKey", "NoSuchVersion")
        || (facts.code("404", "NotFound")
            && facts.call().service().equals("s3")
            && (facts.call().operation().equals("HeadObject")
                || facts.call().operation().equals("GetObject")
                || facts.call().operation().equals("CopyObject")));
  }

  /**
   * Whether all that is known is the status of an answer to HEAD, which has no body: S3 gives the
   * same for a bucket that is not there (S3 API reference, HeadObject).
   */
  static boolean isBareNoKey(Facts facts) {
    return isNoKey(facts) && facts.code("404", "NotFound");
  }

  /** Things that are missing, buckets and keys apart. */
  static boolean isNotFound(Facts facts) {
    String code = facts.call().code();
    if (isNoBucket(facts) || isNoKey(facts)) {
      return false;
    }
    return code.endsWith("NotFound")
        || code.endsWith("NotFoundException")
        || code.endsWith("NotFoundFault")
        || code.startsWith("NoSuch")
        || code.contains("DoesNotExist")
        || code.endsWith("NonExistentQueue")
        || code.endsWith(".Unknown")
        || (code.startsWith("NoAvailable") && code.endsWith("Exception"))
        || facts.family() == CodeFamily.MISSING
        || facts.code("404", "EntityNotFoundException", "UnknownResourceFault", "QueueDoesNotExist")
        || facts.seen(ResourceClue.STACK_MISSING)
        || (isGeneral(facts)
            && facts.seen(StateClue.GONE)
            && !UnassumableRole.isSaidBy(facts.call().message()));
  }

  /** Codes that say no more than that the request is refused, where the message says why. */
  private static boolean isGeneral(Facts facts) {
    String code = facts.call().code();
    return facts.family() == CodeFamily.OTHER
        && (code.startsWith("InvalidParameter")
            || code.startsWith("InvalidRequest")
            || code.startsWith("InvalidInput")
            || code.startsWith("Validation")
            || code.startsWith("BadRequest")
            || facts.code("ClientException", "InvalidChangeBatch", "InvalidInstanceId", "400"));
  }

  /** Where no code was printed, the message alone says it. */
  private static boolean isTold(Facts facts) {
    String exception = facts.call().exception();
    return facts.call().code().isEmpty()
        && (exception.isEmpty() || exception.equals("ServerlessError"));
  }

  static boolean isExisting(Facts facts) {
    String code = facts.call().code();
    return facts.family() == CodeFamily.EXISTING
        || Cancellation.of(facts).isFor(Cancellation.Reason.DUPLICATE)
        || isToldToExist(facts)
        || (isTold(facts) && facts.seen(ResourceClue.THERE_AROUND))
        || code.contains("AlreadyExists")
        || code.contains("AlreadyOwnedByYou")
        || code.contains("Duplicate")
        || code.endsWith("AlreadyExist")
        || facts.code(
            "ResourceExistsException",
            "QueueNameExists",
            "FileAlreadyExists",
            "AlreadyExistsFault");
  }

  /** Whether the message says it under a code that leaves it open. */
  static boolean isToldToExist(Facts facts) {
    boolean open = isGeneral(facts) || facts.family() == CodeFamily.BUSY;
    return (open || facts.code("ResourceInUseException")) && facts.seen(StateClue.THERE);
  }

  /** States that forbid a call, whatever the thing is. */
  static boolean isWrongState(Facts facts) {
    String code = facts.call().code();
    return (code.startsWith("Incorrect") && code.endsWith("State"))
        || code.startsWith("InvalidState")
        || code.endsWith("InvalidState")
        || code.endsWith("StateException")
        || code.endsWith("StateFault")
        || (code.endsWith("NotReadyException")
            && !code.startsWith("Model")
            && !code.startsWith("Service"))
        || code.endsWith("NotActiveException")
        || code.contains("NotEmpty")
        || code.contains("HasDependen")
        || (code.startsWith("KMS") && code.contains("Disabled"))
        || facts.code(
            "ResourceInUseException",
            "ResourceInUse",
            "DependencyViolation",
            "ExpiredIteratorException",
            "TargetNotConnected",
            "TargetNotConnectedException",
            "DeleteConflict",
            "DeleteConflictException",
            "BucketNotEmpty",
            "VolumeInUse",
            "IncorrectState",
            "InvalidObjectState",
            "RestoreAlreadyInProgress",
            "InvalidInstanceState",
            "InvalidRequestException.State",
            "StackNotInProgress",
            "KMSInvalidStateException",
            "DatabaseResumingException",
            "DisabledException",
            "IncorrectInstanceState")
        || (facts.code("UnsupportedOperation") && facts.seen(ResourceClue.STATE))
        || (isGeneral(facts)
            && (facts.seen(StateClue.UNFINISHED)
                || facts.seen(StateClue.MARKED)
                || facts.seen(StateClue.NOT_VALID)))
        || isWithoutAgent(facts)
        || Protection.is(facts)
        || facts.seen(ResourceClue.STACK_STATE)
        || facts.seen(ResourceClue.ARCHIVED);
  }

  /** Systems Manager of instances whose agent does not report (API reference, SendCommand). */
  static boolean isWithoutAgent(Facts facts) {
    return facts.call().service().equals("ssm")
        && facts.code("InvalidInstanceId")
        && facts.seen(StateClue.NOT_VALID);
  }

  /** Whether what stands in the way is another thing, which is to be removed or detached first. */
  static boolean isNeeded(Facts facts) {
    String code = facts.call().code();
    return code.contains("NotEmpty")
        || code.contains("HasDependen")
        || code.startsWith("DeleteConflict")
        || code.equals("DependencyViolation");
  }

  static Verification rerun(Facts facts, String expect) {
    return Again.of(facts, expect, Sought.of(facts));
  }

  /** Where something of the service is; empty where it is in no Region, as a role is. */
  static String inRegion(Facts facts) {
    String region = facts.call().region();
    boolean one =
        facts
            .catalog()
            .hasOneEndpoint(facts.call().service(), region.isEmpty() ? "us-east-1" : region);
    return one ? "" : " in " + where(facts);
  }

  /** The Region, or that it is the one in use where it is not known. */
  static String where(Facts facts) {
    return facts.call().region().isEmpty() ? "the Region in use" : facts.call().region();
  }
}
