package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asks for the same is the same call, however AWS names what it is about. */
final class AskedTest {

  private static final String STREAM = "{\"logGroupName\":\"/app\",\"logStreamName\":\"%s\"}";

  @TempDir Path folder;

  @Test
  void the_same_request_succeeded_though_aws_names_another_form_of_its_resource()
      throws IOException {
    Incident incident = only("a", "a");
    assertThat(incident.lastSuccess())
        .hasValueSatisfying(s -> assertThat(s.words()).startsWith("the same call succeeded"));
    assertThat(incident.cause()).isInstanceOf(Cause.Changed.class);
  }

  @Test
  void a_request_for_something_else_did_not() throws IOException {
    Incident incident = only("a", "b");
    assertThat(incident.lastSuccess()).isEmpty();
    assertThat(incident.cause()).isInstanceOf(Cause.Unknown.class);
  }

  @Test
  void a_token_of_each_call_makes_no_other() throws IOException {
    Incident incident = only("a\",\"clientToken\":\"1", "a\",\"clientToken\":\"2");
    assertThat(incident.cause()).isInstanceOf(Cause.Changed.class);
  }

  private Incident only(String before, String since) throws IOException {
    String id = "{\"policyId\":\"p-1234abcd\",\"%s\":\"%s\"}";
    List<String> records = new ArrayList<>();
    records.add(organisation("06:00:00", "UpdatePolicy", id, "content", "a:LeaveOrganization"));
    records.add(organisation("06:01:00", "AttachPolicy", id, "targetId", "111122223333"));
    records.add(organisation("07:30:00", "UpdatePolicy", id, "content", "logs:*"));
    String message =
        "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: logs:CreateLogStream on resource:"
            + " arn:aws:logs:eu-west-1:111122223333:log-group:/app:* with an explicit deny in a service control policy";
    for (int i = 0; i < 30; i++) {
      String call = "logs CreateLogStream";
      String ok = "07:%02d:00".formatted(i);
      String bad = "07:%02d:00".formatted(30 + i);
      records.add(ToldArchive.event(ok, call, "", "", STREAM.formatted(before)));
      records.add(ToldArchive.event(bad, call, "AccessDenied", message, STREAM.formatted(since)));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst();
  }

  private static String organisation(String time, String name, String id, String key, String to) {
    String value =
        key.equals("content")
            ? "{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Deny\\\",\\\"Action\\\":\\\"%s\\\",\\\"Resource\\\":\\\"*\\\"}]}"
                .formatted(to)
            : to;
    return ToldArchive.event(time, "organizations " + name, "", "", id.formatted(key, value));
  }
}
