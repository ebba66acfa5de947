package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.iam.Layer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which causes leave it open what type of policy refuses. */
class ConcernsTest {

  private static final RefusedRequest REQUEST =
      new RefusedRequest(
          "arn:aws:sts::111122223333:assumed-role/app/i-1",
          "s3:GetObject",
          "arn:aws:s3:::data/k",
          "",
          "",
          "",
          Map.of());

  @ParameterizedTest
  @CsvSource({
    "permissions/encoded-message, , true",
    "permissions/s3-head-forbidden, , true",
    "permissions/condition-not-met, , true",
    "permissions/mfa-required, , true",
    "permissions/condition-not-met, IDENTITY, false",
    "permissions/no-identity-allow, , false",
    "permissions/explicit-deny-resource, RESOURCE, false",
  })
  void aPolicyThatIsNeverReadMayBeTheOne(String cause, Layer told, boolean any) {
    Optional<RefusedRequest.Told> by =
        Optional.ofNullable(told).map(l -> new RefusedRequest.Told(Optional.of(l), true));
    assertThat(Concerns.of(cause, REQUEST, by).map(Concern::isOfAnyPolicy)).contains(any);
  }
}
