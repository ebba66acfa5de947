package awsleuth.core.evidence;

import java.util.Map;

/**
 * What a probe of a machine, or of its way to AWS, gave.
 *
 * @param step what was probed: {@code dns}, {@code tls}, {@code clock}, {@code metadata} …
 * @param verdict what came of it
 * @param words for people, in one line, without secrets
 * @param facts what was measured, by name, without secrets: {@code addresses}, {@code issuer} …
 * @param call the call that the probe is a part of
 * @param raised what boto3 raises for a finding, as Python prints it, without secrets; empty where
 *     it raises nothing of itself
 * @param source the step
 */
public record ProbeResult(
    String step,
    Verdict verdict,
    String words,
    Map<String, String> facts,
    Call call,
    String raised,
    Source source)
    implements Evidence {

  /** The fact that names the step, by its number, which found the same of the same thing before. */
  public static final String SAME_AS = "same_as";

  /** The fact that says how long an answer was waited for, where boto3 waits longer. */
  public static final String WAITED = "waited";

  /** The fact that says that the other side asked for a client certificate. */
  public static final String CLIENT_CERTIFICATE = "client_certificate";

  /** The fact that says that a server sent its certificate without the one that signed it. */
  public static final String ALONE = "sent_alone";

  /** The fact that has the ways of logging in that a proxy asks for. */
  public static final String SCHEMES = "proxy_authenticate";

  /** The step that asks who calls. */
  public static final String IDENTITY = "identity";

  /** The fact of that step that names the caller. */
  public static final String ARN = "arn";

  /** What came of a probe. */
  public enum Verdict {
    /** Nothing is wrong there. */
    OK,
    /** Something is wrong there. */
    FINDING,
    /** It could not be found out. */
    UNKNOWN,
    /** The probe itself failed. */
    CRASHED
  }

  /**
   * The call that is, or would be, made; empty strings where a probe is of none.
   *
   * @param service the name of the client
   * @param operation its API name
   * @param region the client's
   * @param endpoint the URL
   */
  public record Call(String service, String operation, String region, String endpoint) {

    /** None. */
    public static final Call NONE = new Call("", "", "", "");
  }

  /** Whether something is wrong there. */
  public boolean isFinding() {
    return verdict == Verdict.FINDING;
  }

  /** Whether another step has found the same before. */
  public boolean isRepeated() {
    return facts.containsKey(SAME_AS);
  }
}
