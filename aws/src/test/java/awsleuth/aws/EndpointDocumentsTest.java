package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EndpointDocumentsTest {

  private static final AwsCatalog PACK = AwsCatalog.embedded();
  private static final AwsCatalog MADE_UP = AwsCatalog.ofBotocore(new MadeUpBotocore(false));

  @Test
  void everyServiceHasRules() {
    for (String service : PACK.services()) {
      JsonTree rules = JsonTree.read(PACK.endpointRules(service));
      assertThat(rules.has("parameters")).as(service).isTrue();
      assertThat(rules.trees("rules")).as(service).isNotEmpty();
    }
  }

  @Test
  void numbersStayNumbersAndDocumentationIsLeftOut() {
    String rules = text(PACK.endpointRules("s3"));
    assertThat(rules).contains("\"substring\",\"argv\":[{\"ref\":\"Bucket\"},49,50,true]");
    assertThat(rules).doesNotContain("\"documentation\":\"");
  }

  @Test
  void endpointsAreThoseOfOnePrefix() {
    JsonTree iam = JsonTree.read(PACK.endpoints("iam"));
    assertThat(iam.members()).containsKeys("aws", "aws-cn");
    assertThat(iam.tree("aws").text("partitionEndpoint")).isEqualTo("aws-global");
    JsonTree partitions = JsonTree.read(PACK.endpointPartitions());
    assertThat(partitions.trees("partitions").getFirst().text("partition")).isEqualTo("aws");
    assertThat(partitions.trees("partitions").getFirst().has("services")).isFalse();
    assertThat(JsonTree.read(PACK.partitions()).trees("partitions")).isNotEmpty();
    assertThat(JsonTree.read(PACK.defaultsModes()).tree("modes").members())
        .containsKeys("standard", "mobile");
  }

  @Test
  void anInstalledBotocoreIsFollowed() {
    assertThat(text(MADE_UP.endpoints("teapots")))
        .isEqualTo(
            """
            {"xx":{"endpoints":{"xx-north-1":{"hostname":"hot.xx-north-1.xx.example"}}}}\
            """);
    assertThat(text(MADE_UP.endpointPartitions()))
        .isEqualTo(
            """
            {"partitions":[{"partition":"xx","regions":{"xx-north-1":{}}}]}\
            """);
  }

  @Test
  void whatIsNotThereIsAnEmptyObject() {
    assertThat(text(PACK.endpointRules("nothing"))).isEqualTo("{}");
    assertThat(text(PACK.endpoints("nothing"))).isEqualTo("{}");
    assertThat(text(MADE_UP.endpointRules("teapot"))).isEqualTo("{}");
    assertThat(text(MADE_UP.defaultsModes())).isEqualTo("{}");
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}
