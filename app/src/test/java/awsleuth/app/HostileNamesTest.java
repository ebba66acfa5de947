package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of buckets, roles and policies in CloudTrail's events, as one who may write events could
 * choose them: they are words in every view, and nothing that a terminal or browser follows.
 */
class HostileNamesTest {

  private static final String HOSTILE =
      "x\\n# inj\\n| inj |\\n[inj](inj) **inj** `inj` ``` </pre></code><script>inj</script>"
          + "<img src=x onerror=inj> \\u001b[31m\\u009b2J\\u0007\\r\\u202e $(inj) ;inj";
  private static final Pattern FENCED = Pattern.compile("(?ms)^ *(`{3,})[^`\\n]*\\n.*?^ *\\1 *$");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202e}&&[^\\n\\t]]");

  @TempDir static Path folder;
  private static String evidence = "";
  private static String archive = "";

  @BeforeAll
  static void a_call_is_refused_after_a_policy_was_written() throws IOException {
    Path trail = Files.createDirectory(folder.resolve("trail"));
    evidence = folder.toString();
    archive = trail.toString();
    Files.writeString(
        folder.resolve("err.txt"),
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied\n");
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Sid": "LockNAME", "Effect": "Deny",
          "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::reportsNAME/*"}]}
        """;
    String bucket = "\"bucketName\": \"reportsNAME\", ";
    String role =
        "\"roleName\": \"appNAME\", \"policyName\": \"emergencyNAME\", \"policyDocument\": \"{}\"";
    Files.writeString(
        trail.resolve("events.json"),
        "{\"Records\": ["
            + String.join(
                ",\n",
                event("GetObject", "s3", "08:00", bucket + "\"key\": \"kNAME\"", ""),
                event("PutRolePolicy", "iam", "09:00", role, ""),
                event("PutBucketPolicy", "s3", "09:10", bucket + "\"bucketPolicy\": " + policy, ""),
                event(
                    "GetObject",
                    "s3",
                    "09:31",
                    bucket + "\"key\": \"kNAME\"",
                    ", \"errorCode\": \"AccessDenied\", \"errorMessage\": \"no NAME\""))
            + "]}\n");
  }

  private static String event(
      String name, String service, String time, String parameters, String error) {
    return """
    {"eventVersion": "1.08", "eventTime": "2026-11-20T%s:00Z", "eventName": "%s",
     "eventSource": "%s.amazonaws.com", "awsRegion": "eu-west-1", "sourceIPAddress": "NAME",
     "userAgent": "NAME", "requestID": "%s", "recipientAccountId": "111122223333",
     "userIdentity": {"type": "AssumedRole", "accountId": "111122223333",
       "arn": "arn:aws:sts::111122223333:assumed-role/appNAME/s", "sessionContext": {
       "sessionIssuer": {"type": "Role", "arn": "arn:aws:iam::111122223333:role/appNAME"}}},
     "requestParameters": {%s}%s}
    """
        .formatted(time, name, service, time, parameters, error)
        .replace("NAME", HOSTILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagnose --all",
        "diagnose --format json",
        "trail failures",
        "trail changes",
        "trail incident --at 2026-11-20T09:31:00Z",
        "trail timeline"
      })
  void text_has_no_controls_and_no_line_of_a_name(String command) {
    assertThat(told(command).lines())
        .noneMatch(line -> CONTROL.matcher(line).find())
        .noneMatch(line -> line.startsWith("# inj") || line.startsWith("| inj"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagnose --all --format markdown",
        "report --format markdown",
        "trail failures --format markdown",
        "trail changes --format markdown",
        "trail incident --at 2026-11-20T09:31:00Z --format markdown"
      })
  void markdown_has_names_as_code_or_without_marks(String command) {
    String written = told(command);
    assertThat(CONTROL.matcher(written).find()).isFalse();
    String rest = withoutCode(FENCED.matcher(written).replaceAll(""));
    assertThat(rest).doesNotContain("<script", "<img", "[inj]", "**inj");
    assertThat(rest.lines()).noneMatch(l -> l.startsWith("# inj") || l.startsWith("| inj"));
  }

  @Test
  void pages_have_no_elements_of_a_name(@TempDir Path other) throws IOException {
    Path picture = other.resolve("picture.html");
    told("trail timeline --picture " + picture);
    for (String page : new String[] {told("report --format html"), Files.readString(picture)}) {
      assertThat(page).doesNotContain("<script>inj", "<img src=x");
      assertThat(CONTROL.matcher(page).find()).isFalse();
    }
  }

  private static String told(String command) {
    String all = command + " " + (command.startsWith("trail") ? archive : evidence);
    Command ran = Command.run(all.split(" "));
    assertThat(ran.code()).as(ran.err()).isLessThan(2);
    assertThat(ran.err()).doesNotContain("failed inside");
    assertThat(ran.out()).contains("inj");
    return ran.out();
  }

  /** Markdown without its code spans and escaped marks (CommonMark, "Code spans"). */
  private static String withoutCode(String markdown) {
    StringBuilder rest = new StringBuilder();
    int at = 0;
    while (at < markdown.length()) {
      char c = markdown.charAt(at);
      int run = run(markdown, at);
      int end = run == 0 ? -1 : closing(markdown, at + run, run);
      if (c == '\\') {
        at += 2;
      } else if (end >= 0) {
        at = end;
      } else {
        rest.append(markdown, at, at + Math.max(1, run));
        at += Math.max(1, run);
      }
    }
    return rest.toString();
  }

  private static int run(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - from;
  }

  /** Behind the next run of as many backticks; -1 where none comes. */
  private static int closing(String text, int from, int length) {
    for (int at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at)) {
      int run = run(text, at);
      if (run == length) {
        return at + run;
      }
      at += run;
    }
    return -1;
  }
}
