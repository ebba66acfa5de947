package awsleuth.iam.repair;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.IamCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names in policies can mean nothing but an action. */
class MeantActionTest {

  private static final IamCatalog CATALOG = IamCatalog.embedded();

  @ParameterizedTest
  @CsvSource({
    "s3:GetObjct, s3:GetObject, true",
    "s3:GetObjcet, s3:GetObject, true",
    "s3:GetOObject, s3:GetObject, true",
    "s3:GitObject, s3:GetObject, true",
    "s3:HeadObject, s3:GetObject, true",
    "s3:ListBuckets, s3:ListBucket, false",
    "s3:GetObjects, s3:GetObject, false",
    "s3:GetObjec, s3:GetObject, false",
    "s3:GetObjectV2, s3:GetObject, false"
  })
  void anActionIsMeantForSureByAMisspeltNameOrThatOfAnOperation(
      String name, String action, boolean sure) {
    assertThat(MeantAction.isSlip(name, action, CATALOG)).isEqualTo(sure);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObjct, s3:GetObject, true",
    "s3:ListBuckets, s3:ListBucket, true",
    "s3:GetObjectAcl, s3:GetObject, false",
    "s3:GetObj*, s3:GetObject, false"
  })
  void aNameThatIsKnownOrAPatternIsNoneOfThem(String name, String action, boolean near) {
    assertThat(MeantAction.isNear(name, action, CATALOG)).isEqualTo(near);
  }
}
