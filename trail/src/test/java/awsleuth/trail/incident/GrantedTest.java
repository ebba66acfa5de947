package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grant of a KMS key is taken away, of which the archive has the making. */
final class GrantedTest {

  private static final String KEY =
      "arn:aws:kms:eu-west-1:111122223333:key/7777abcd-12ab-34cd-56ef-1234567890ab";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "user/ci, Decrypt, '', CONFIRMED",
    "user/cd, Decrypt, '', none",
    "root, Decrypt, '', POSSIBLE",
    "user/ci, Encrypt, '', none",
    "user/ci, Decrypt, ',\"constraints\":{\"encryptionContextSubset\":{\"a\":\"b\"}}', POSSIBLE",
  })
  void it_is_why_where_it_let_the_caller_do_what_is_refused(
      String grantee, String operation, String constraints, String certainty) throws IOException {
    Optional<Suspect> first =
        first(
            made("g1", grantee, "\"GenerateDataKey\",\"" + operation + "\"", constraints),
            taken("g1"));
    assertThat(first.map(s -> s.certainty().name()).orElse("none")).isEqualTo(certainty);
  }

  @Test
  void one_of_which_nothing_is_known_may_be() throws IOException {
    assertThat(first(made("g1", "user/cd", "\"Decrypt\"", ""), taken("g2")))
        .hasValueSatisfying(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE));
  }

  private Optional<Suspect> first(String... changes) throws IOException {
    List<String> records = new ArrayList<>(List.of(changes));
    for (int minute = 0; minute < 60; minute++) {
      records.add(
          ToldArchive.event(
              "08:%02d:00".formatted(minute),
              "kms Decrypt",
              minute < 31 ? "" : "AccessDenied",
              "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: kms:Decrypt on"
                  + " resource: "
                  + KEY
                  + " because no identity-based policy allows the kms:Decrypt action",
              "{\"keyId\":\"%s\"}".formatted(KEY)));
    }
    List<Incident> incidents = new ToldArchive(folder).incidents(records);
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects().stream().findFirst();
  }

  private static String made(String id, String grantee, String operations, String constraints) {
    String parameters =
        "{\"keyId\":\"%s\",\"granteePrincipal\":\"arn:aws:iam::111122223333:%s\",\"operations\":[%s]%s}"
            .formatted(KEY, grantee, operations, constraints);
    return ToldArchive.event("02:00:00", "kms CreateGrant", "", "", parameters)
        .replace(
            "\"requestParameters\"",
            "\"responseElements\":{\"grantId\":\"%s\"},\"requestParameters\"".formatted(id));
  }

  private static String taken(String id) {
    return ToldArchive.event(
        "08:30:10",
        "kms RevokeGrant",
        "",
        "",
        "{\"keyId\":\"%s\",\"grantId\":\"%s\"}".formatted(KEY, id));
  }
}
