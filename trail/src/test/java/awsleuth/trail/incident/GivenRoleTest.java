package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GivenRoleTest {

  @TempDir Path folder;

  private static String trust(String time, String role, String service) {
    String document =
        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'Service':'"
            + service
            + ".amazonaws.com'},'Action':'sts:AssumeRole'}]}";
    return ToldArchive.event(
        time,
        "iam UpdateAssumeRolePolicy",
        "",
        "",
        "{\"roleName\":\"%s\",\"policyDocument\":\"%s\"}"
            .formatted(role, document.replace("'", "\\\"")));
  }

  private List<Cause> causes(String role, String service) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(trust("07:59:00", role, "lambda"));
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "lambda UpdateFunctionConfiguration20150331v2",
              minute < 31 ? "" : "InvalidParameterValueException",
              "The role defined for the function cannot be assumed by Lambda.",
              "{\"functionName\":\"f%d\",\"role\":\"arn:aws:iam::111122223333:role/fn\"}"
                  .formatted(minute)));
    }
    records.add(trust("08:30:30", role, service));
    return new ToldArchive(folder).causes(records);
  }

  @Test
  void a_trust_policy_that_lost_the_service_is_why_it_cannot_assume_the_role() throws IOException {
    assertThat(causes("fn", "ec2"))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Changed.class,
            c -> assertThat(c.suspect().change().event().time() % 60_000).isEqualTo(30_000));
  }

  @Test
  void one_that_kept_it_or_is_of_another_role_is_not_sure_to_be_why() throws IOException {
    assertThat(causes("fn", "lambda")).noneMatch(c -> c instanceof Cause.Changed);
    assertThat(causes("other", "ec2")).noneMatch(c -> c instanceof Cause.Changed);
  }
}
