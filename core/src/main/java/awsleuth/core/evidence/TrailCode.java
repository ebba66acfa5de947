package awsleuth.core.evidence;

import java.util.Set;

/** The {@code errorCode} of a CloudTrail event, as the service's API has it. */
public final class TrailCode {

  private static final String CLIENT = "Client.";
  private static final String SERVER = "Server.";

  /** What calls have for a code that did as they were asked to: a dry run, a condition of HTTP. */
  private static final Set<String> DONE = Set.of("DryRunOperation", "NotModified");

  private TrailCode() {}

  /**
   * The code without whose fault it is, which EC2 writes before it.
   *
   * @param written as the event has it; empty where it has none
   */
  public static String bare(String written) {
    return written.startsWith(CLIENT) || written.startsWith(SERVER)
        ? written.substring(CLIENT.length())
        : written;
  }

  /**
   * Whether a code is of a call that did as it was asked to and did not fail: {@code
   * DryRunOperation} ("You have the required permissions", Amazon EC2 API reference, "Error codes")
   * or {@code NotModified} (Amazon S3 API reference, "GetObject": {@code If-None-Match}).
   *
   * @param written as the event has it
   */
  public static boolean isDone(String written) {
    return DONE.contains(bare(written));
  }

  /**
   * Whether events of a source are of signing in, which may tell a failure by what came of it
   * alone: {@code Failure} ("AWS Management Console sign-in events", CloudTrail user guide).
   *
   * @param source the {@code eventSource}
   */
  public static boolean isOfSignIn(String source) {
    return source.startsWith("signin.") || source.startsWith("sso");
  }
}
