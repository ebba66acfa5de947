package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the texts of a diagnosis are, they stay texts in the file that is made of it. */
class HostileDiagnosesTest {

  private static final int OF_EACH_FORM = 60;

  /** A text to be filled in stands between guillemets. */
  private static final List<String> FORMS =
      List.of(
          form("resource/bucket-not-found", "s3", "ListObjectsV2", "NoSuchBucket", ""),
          form("resource/key-not-found", "s3", "GetObject", "NoSuchKey", "")
              .replace("«bucket»", "bucket"), // moto keeps a key in a bucket of a valid name only
          form("credentials/none-found", "s3", "ListObjectsV2", "", ""),
          form("credentials/expired-token", "s3", "ListObjectsV2", "E«code»", ""),
          form("throttling/api-rate", "ec2", "DescribeInstances", "RequestLimitExceeded", ""),
          form("network/read-timeout", "lambda", "Invoke", "", ""),
          form(
              "permissions/scp",
              "s3",
              "GetObject",
              "AccessDenied",
              """
              , "proof": {"holds": true, "denied_by": [], "depends_on": [], "requests": [
                {"part": "request", "before": "denied", "after": "allowed", "what": "the request", "count": 1,
                 "examples": [{"principal": "«principal»", "action": "«action»",
                  "resource": "«resource»", "resource_account": null,
                  "context": {"aws:PrincipalTag/team": "«value»"}, "absent": ["«absent»"], "complete": false}]},
                {"before": "denied", "after": "denied", "what": "«what»", "count": 1,
                 "examples": [{"principal": "p", "action": "a", "resource": "r",
                  "resource_account": null, "context": {}, "absent": [], "complete": true}]}],
               "policies": [{"type": "scp", "name": "«name»", "before": "«text»",
                "after": "«text»"}]}\
              """));

  private static final List<String> PIECES =
      List.of(
          "\"\"\"",
          "'''",
          "'",
          "\"",
          "\\",
          "\n",
          "\r",
          "#",
          "@@PLACE@@",
          "@@CODE@@",
          "{",
          "}",
          "\u0000",
          "\u001b[31m",
          "\u202e",
          "\ud800",
          "\ud83d\ude00",
          "\u2028",
          "\u0085",
          "%s",
          "import os\n",
          "os.system('true')",
          "');import os;('",
          "\n\ndef call(client):\n",
          "é",
          "]]>",
          "<a>",
          "&amp;",
          "\\N{BULLET}",
          "\\x41",
          "{0}",
          "\t",
          " ",
          "x".repeat(300),
          "# ---- the end of the code under test ----\n");

  @TempDir Path folder;

  private static String form(
      String cause, String service, String operation, String code, String proof) {
    return """
    {"failures": [{"call": {"exception": "NoCredentialsError", "service": "%s",
      "operation": "%s", "code": "%s", "message": "«message»", "http_status": null,
      "request_id": "«id»", "region": "«region»", "max_retries": null,
      "parameters": "{'Bucket': '«bucket»', 'Key': 'k', 'FunctionName': '«function»'}",
      "unread": ["«unread»"]},
      "causes": [{"id": "%s", "outcome": "confirmed", "summary": "«summary»", "fixes": [
        {"kind": "policy-edit", "title": "«title»", "text": "«fix»",
         "applicability": "review"%s}],
        "verification": {"kind": "rerun", "command": "«command»", "expect": "e"}}]}]}
    """
        .formatted(service, operation, code, cause, proof);
  }

  @Test
  void theCodeIsTheSameWithPlainAndWithHostileTexts() throws IOException {
    Random random = new Random(7);
    int pairs = 0;
    for (int form = 0; form < FORMS.size(); form++) {
      for (int i = 0; i < OF_EACH_FORM; i++) {
        String state = i % 2 == 0 ? "before" : "after";
        write(form + "-" + i + ".plain.py", FORMS.get(form).replaceAll("[«»]", ""), state);
        write(form + "-" + i + ".hostile.py", hostile(FORMS.get(form), random), state);
        pairs++;
      }
    }
    Run run = Python.get().program("same_code.py", folder.toString());
    assertThat(run.out().lines()).containsExactly("compared " + pairs);
    assertThat(run.err()).isEmpty();
  }

  private void write(String name, String json, String state) throws IOException {
    InProcess test = InProcess.test(json, "--state", state);
    assertThat(test.code()).as(test.err()).isZero();
    Files.writeString(folder.resolve(name), test.out());
  }

  /** The form with a hostile text in each place, as JSON has it. */
  private static String hostile(String form, Random random) {
    StringBuilder json = new StringBuilder();
    int from = 0;
    for (int at = form.indexOf('«'); at >= 0; at = form.indexOf('«', from)) {
      json.append(form, from, at);
      boolean python = form.startsWith("«bucket»", at) || form.startsWith("«function»", at);
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        escaped(PIECES.get(random.nextInt(PIECES.size())), python, json);
      }
      from = form.indexOf('»', at) + 1;
    }
    return json.append(form.substring(from)).toString();
  }

  /** As a text in JSON; one in a literal of Python in it is escaped for that first. */
  private static void escaped(String piece, boolean python, StringBuilder json) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      String text = python ? "\\\\u%04x".formatted((int) c) : "\\u%04x".formatted((int) c);
      json.append(text);
    }
  }

  @Test
  void anythingThatIsJsonGetsAnAnswer() {
    Random random = new Random(11);
    for (String form : FORMS) {
      for (int i = 0; i < 200; i++) {
        byte[] broken = form.getBytes(StandardCharsets.UTF_8);
        for (int j = 0; j < 3; j++) {
          broken[random.nextInt(broken.length)] = (byte) "[]{}0,:\"n".charAt(random.nextInt(9));
        }
        int code = InProcess.test(new String(broken, StandardCharsets.UTF_8)).code();
        assertThat(code).isIn(0, 2);
      }
    }
  }
}
