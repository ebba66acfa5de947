package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.confirmed;
import static awsleuth.core.page.FolderFiles.fixes;
import static awsleuth.core.page.FolderFiles.log;
import static awsleuth.core.page.FolderFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Where AWS misses an allow of the bucket's policy, the bucket is another account's: within one an
 * allow of the caller's would do.
 */
class ForeignBucketTest {

  private static final String SENTENCE =
      "User: arn:aws:sts::111122223333:assumed-role/reader/i is not authorized to perform:"
          + " s3:ListBucket on resource: \"arn:aws:s3:::shared\" because no resource-based policy"
          + " allows the s3:ListBucket action";

  @Test
  void itsPolicyIsChangedAlthoughNoPolicyOfTheCallerIsGiven() {
    String statement =
        "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"},"
            + " \"Action\": \"s3:ListBucket\", \"Resource\": \"arn:aws:s3:::shared/*\"}";
    String fixes =
        fixes(
            confirmed(
                "permissions/no-resource-allow",
                log("AccessDenied", "ListObjectsV2", SENTENCE),
                policy("shared.json", statement)));
    assertThat(fixes).contains("add the resource `arn:aws:s3:::shared`", "+++ shared.json");
  }
}
