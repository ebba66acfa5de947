package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartingTest {

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::b, arn:aws:s3:::b/k, resource",
    "arn:aws:sqs:eu-west-1:1:q, arn:aws:sqs:eu-west-2:1:q, Region",
    "arn:aws:sqs:*:1:q, arn:aws:sqs:eu-west-2:2:q, account",
    "arn:aws-cn:s3:::b, arn:aws:s3:::b, partition",
    "b, arn:aws:s3:::b, resource",
  })
  void arnsPartInASegment(String pattern, String arn, String segment) {
    assertThat(Parting.segment(pattern, arn)).isEqualTo(segment);
  }
}
