package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.because;
import static awsleuth.core.page.FolderFiles.confirmed;
import static awsleuth.core.page.FolderFiles.file;
import static awsleuth.core.page.FolderFiles.first;
import static awsleuth.core.page.FolderFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the call as it is written, and how it was made, make of the first answer of a folder. */
class FolderCallTest {

  private static Artifact put(String... code) {
    StringBuilder text = new StringBuilder("Traceback (most recent call last):\n");
    for (int i = 0; i < code.length; i++) {
      text.append("  File \"/srv/a%d.py\", line 3, in f\n    %s\n".formatted(i, code[i]));
    }
    text.append(
        """
          File "/usr/lib/python3.11/site-packages/botocore/client.py", line 602, in _api_call
            return self._make_api_call(operation_name, kwargs)
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
        PutObject operation: User: arn:aws:sts::111122223333:assumed-role/api/t is not authorized \
        to perform: s3:PutObject on resource: "arn:aws:s3:::enc/a" with an explicit deny in a \
        resource-based policy
        """);
    return file("app.log", text.toString());
  }

  @Test
  void aParameterThatTheCallIsWrittenWithoutIsNotInTheRequest() {
    Artifact bucket =
        policy(
            "bucket-policy.json",
            """
            {"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
             "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
            {"Sid": "Kms", "Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
             "Resource": "arn:aws:s3:::enc/*", "Condition": {"StringNotEquals":
               {"s3:x-amz-server-side-encryption": "aws:kms"}}}\
            """);
    Finding found =
        confirmed(
            "permissions/condition-not-met",
            put("s3.put_object(Bucket='enc', Key='a', Body=b)"),
            bucket);
    assertThat(because(found)).contains("the call is made without `ServerSideEncryption`");
    assertThat(found.fixes())
        .extracting(f -> f.text())
        .first()
        .isEqualTo("ServerSideEncryption=\"aws:kms\"");
    Finding both =
        confirmed(
            "permissions/condition-not-met",
            put("s3.put_object(Bucket='enc', Key='a', Body=b)"),
            bucket,
            role("s3:GetObject"));
    assertThat(both.fixes())
        .extracting(f -> f.title())
        .startsWith(
            "send what Sid `Kms` asks for, and make the next change too",
            "allow `s3:PutObject` on `arn:aws:s3:::enc/a` in role.json");
    for (Artifact open :
        List.of(
            put("s3.put_object(Bucket='enc', Key='a', Body=b, **extra)"),
            put("s3.put_object(Bucket='enc', Key='a', ServerSideEncryption=sse)"),
            put("store.put_object(Bucket='enc', Key='a')", "return self.client.put_object("),
            put("s3.upload_file('f', 'enc', 'a')", "client.put_object(Bucket=b, Key=k, **args)"))) {
      assertThat(first(open, bucket).outcome().toString())
          .as(open.text())
          .doesNotContain("is made without");
    }
  }

  private static Artifact tls() {
    return policy(
        "bucket-policy.json",
        """
        {"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
         "Condition": {"Bool": {"aws:SecureTransport": "false"}}}\
        """);
  }

  private static Artifact role(String action) {
    return file(
        "role.json",
        """
        {"RoleName": "api", "PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17",
          "Statement": [{"Sid": "Own", "Effect": "Allow", "Action": "%s", "Resource": "*"}]}}
        """
            .formatted(action));
  }

  @Test
  void whatACallByTlsWouldBeRefusedForIsMendedToo() {
    Artifact call = put("s3.put_object(Bucket='enc', Key='a', Body=b)");
    Artifact env =
        file("env.txt", "HOME=/root\nAWS_ENDPOINT_URL_S3=http://s3.eu-west-1.amazonaws.com\n");
    Finding found =
        confirmed("permissions/condition-not-met", call, tls(), role("s3:GetObject"), env);
    assertThat(found.fixes())
        .extracting(f -> f.title())
        .containsExactly(
            "call by https, and make the next change too",
            "allow `s3:PutObject` on `arn:aws:s3:::enc/a` in role.json");
    assertThat(found.fixes().getLast().proof().orElseThrow().dependsOn())
        .containsExactly("`aws:SecureTransport` is `true`");
    assertThat(
            confirmed("permissions/condition-not-met", call, tls(), role("s3:PutObject"), env)
                .fixes())
        .extracting(f -> f.title())
        .containsExactly("call by https");
  }

  @Test
  void whereTheUrlIsOneOfHttpsTheCallWasHardlyMadeWithoutIt() {
    Artifact call = put("s3.put_object(Bucket='enc', Key='a', Body=b)");
    for (String env :
        List.of(
            "AWS_ENDPOINT_URL_S3=https://s3.eu-west-1.amazonaws.com\n",
            "AWS_ENDPOINT_URL=http://localhost:4566\nAWS_ENDPOINT_URL_S3=https://s3.local\n")) {
      Verdict first = first(call, tls(), role("s3:PutObject"), file("env.txt", "A=b\n" + env));
      assertThat(first.outcome()).isInstanceOf(Outcome.Possible.class);
      assertThat(first.outcome().toString())
          .contains("AWS_ENDPOINT_URL_S3 is `https://")
          .contains("call by https where the program sets the URL itself");
    }
  }
}
