package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A caller that was deleted and made anew is refused what AWS says of it. */
final class GoneCallerTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          with an explicit deny in a service control policy                 | none
          with an explicit deny in an identity-based policy                 | none
          because no permissions boundary allows the s3:GetObject action    | none
          because no identity-based policy allows the s3:GetObject action   | which policies it has since: aws iam list-attached-user-policies --user-name ci
          because no resource-based policy allows the s3:GetObject action   | whether the policy of what is called has an ID (AROA… or AIDA…) as its principal
          with an explicit deny in a resource-based policy                  | whether the policy of what is called has an ID (AROA… or AIDA…) as its principal
          """)
  void it_may_be_why_by_the_type_of_policy_that_aws_names(String said, String missing)
      throws IOException {
    List<String> records = new ArrayList<>();
    for (String event : List.of("DeleteUser", "CreateUser")) {
      records.add(ToldArchive.event("08:30:10", "iam " + event, "", "", "{\"userName\":\"ci\"}"));
    }
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "s3 GetObject",
              minute < 31 ? "" : "AccessDenied",
              "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on"
                  + " resource: \\\"arn:aws:s3:::acme/k\\\" "
                  + said,
              "{\"bucketName\":\"acme\",\"key\":\"k\"}"));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    Optional<Suspect> first = incidents.getFirst().suspects().stream().findFirst();
    assertThat(first.map(Suspect::missing).orElse("none")).isEqualTo(missing);
  }
}
