package awsleuth.core.cause.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "*, s3:ListBucket, true",
    "s3:*, s3:ListBucket, true",
    "S3:listBUCKET, s3:ListBucket, true",
    "s3:List*, s3:ListBucket, true",
    "s3:*Bucket, s3:ListBucketVersions, false",
    "s3:Get?bject, s3:GetObject, true",
    "s3:Get?Object, s3:GetObject, false",
    "s3:ListBucket, s3:ListBuckets, false",
  })
  void starsStandForAnythingAndCaseDoesNotCountInActions(
      String pattern, String action, boolean covered) {
    assertThat(Glob.action(pattern, action)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::b, arn:aws:s3:::b/k, false",
    "arn:aws:s3:::b/*, arn:aws:s3:::b/k/l, true",
    "arn:aws:s3:::b*, arn:aws:s3:::b-2/k, true",
    "arn:aws:s3:::B, arn:aws:s3:::b, false",
    "arn:aws:s3:::b/**/k, arn:aws:s3:::b/x/k, true",
    "*, '', true",
  })
  void caseCountsInResources(String pattern, String resource, boolean covered) {
    assertThat(Glob.resource(pattern, resource)).isEqualTo(covered);
  }

  @Test
  void manyStarsDoNotMultiply() {
    assertThat(Glob.resource("*a".repeat(500) + "b", "a".repeat(20_000))).isFalse();
  }

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
