package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.Check;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.verify.Verified.State;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.CallResult;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What S3's operations tell that answer without a body: whether a bucket or an object is there, and
 * whether an object may be read without reading it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">HeadBucket</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>,
 *     which takes {@code s3:GetObject} like GetObject, and {@code s3:GetObjectVersion} with a
 *     version
 */
final class Heads {

  private static final Set<String> OF_BEING =
      Set.of("resource/bucket-not-found", "resource/key-not-found");

  private static final Set<String> NOT_THERE =
      Set.of("404", "NoSuchBucket", "NoSuchKey", "NoSuchVersion");

  /** Those parameters on which it depends whether an object may be read. */
  private static final Set<String> SHARED =
      Set.of("Bucket", "Key", "VersionId", "RequestPayer", "ExpectedBucketOwner");

  private static final int FORBIDDEN = 403;
  private static final String OBJECT = "HeadObject";

  private static final String SAME =
      "HeadObject, which takes the same permission and gives no content, ";

  private Heads() {}

  /**
   * The call that is made for one which gives the content of an object; the same call where another
   * is asked for, or for another reason than permissions. Decrypting is no part of it.
   *
   * @param operation its API name
   */
  static GivenCall inPlaceOf(GivenCall call, String operation, String cause) {
    return call.service().equals("s3")
            && operation.equals("GetObject")
            && cause.startsWith("permissions/")
            && !cause.equals("permissions/kms-key")
        ? GivenCall.of("s3", OBJECT, shared(call.params()), call.unread())
        : call;
  }

  private static PyValue.Dict shared(PyValue.Dict params) {
    LinkedHashMap<PyValue, PyValue> shared = new LinkedHashMap<>();
    params
        .entries()
        .forEach((name, value) -> {
          if (name instanceof PyValue.Str(String text) && SHARED.contains(text)) {
            shared.put(name, value);
          }
        });
    return new PyValue.Dict(shared);
  }

  /**
   * What an answer tells of a cause; empty where it is to be judged as the failed call's.
   *
   * @param caller who asks; empty where that is not known
   */
  static Optional<Verified> told(
      Rerun.Made made, ToldFailure failure, ToldCause cause, Supplier<Optional<String>> caller) {
    if (cause.check() == Check.STATE && OF_BEING.contains(cause.id())) {
      return being(made.result(), failure, cause);
    }
    return made.operation().equals(OBJECT) && failure.operation().equals("GetObject")
        ? caller.get().flatMap(who -> access(made.result(), cause, ", asked as " + who))
        : Optional.empty();
  }

  private static Optional<Verified> being(CallResult result, ToldFailure failure, ToldCause cause) {
    String what = cause.id().equals("resource/bucket-not-found") ? "a bucket" : "an object";
    boolean version = failure.known().get("VersionId") != null;
    return switch (result) {
      case CallResult.Answered answered when !answered.isPage() && !version ->
          Optional.of(
              new Verified(cause.id(), State.RULED_OUT, "there is such " + what + " now", ""));
      case CallResult.Refused refused when NOT_THERE.contains(code(refused)) ->
          Optional.of(
              new Verified(
                  cause.id(),
                  State.STILL_THERE,
                  "the answer is %s: there is no such %s; where the name was wrong, ask with the other"
                      .formatted(code(refused), what.substring(what.indexOf(' ') + 1)),
                  cause.command()));
      case CallResult.Answered _,
          CallResult.Refused _,
          CallResult.NotSent _,
          CallResult.Unreachable _ ->
          Optional.empty();
    };
  }

  /** A refusal without a body does not say by what, and so nothing of one cause among several. */
  private static Optional<Verified> access(CallResult result, ToldCause cause, String asked) {
    return switch (result) {
      case CallResult.Answered answered when !answered.isPage() ->
          Optional.of(new Verified(cause.id(), State.RULED_OUT, SAME + "succeeds now" + asked, ""));
      case CallResult.Refused refused when refused.status() == FORBIDDEN ->
          Optional.of(
              new Verified(
                  cause.id(),
                  State.UNKNOWN,
                  SAME + "is refused now, too" + asked + "; by what it does not say",
                  cause.command()));
      case CallResult.Answered _,
          CallResult.Refused _,
          CallResult.NotSent _,
          CallResult.Unreachable _ ->
          Optional.empty();
    };
  }

  /** Whether a call is refused as the failed one was; without a body the status says so. */
  static boolean isRefusedAsBefore(Rerun.Made made, ToldFailure failure) {
    return made.result() instanceof CallResult.Refused refused
        && (code(refused).equals(failure.code())
            || (made.operation().equals(OBJECT) && refused.status() == FORBIDDEN));
  }

  private static String code(CallResult.Refused refused) {
    return refused.code().isEmpty() ? "" + refused.status() : refused.code();
  }
}
