package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackWriterTest {

  @Test
  void theSameBotocoreGivesTheSameBytes() {
    Map<String, byte[]> once = PackWriter.write(new MadeUpBotocore(false));
    Map<String, byte[]> again = PackWriter.write(new MadeUpBotocore(true));
    assertThat(again.keySet()).isEqualTo(once.keySet());
    once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void theStampIsTheVersionAndTheNewestApiVersion() {
    assertThat(PackWriter.write(new MadeUpBotocore(false)).get("stamp"))
        .asString()
        .isEqualTo("9.9.9 2024-02-03\n");
  }

  @Test
  void anInstalledBotocoreIsFollowed() {
    AwsCatalog catalog = AwsCatalog.ofBotocore(new MadeUpBotocore(false));
    assertThat(catalog.origin()).isEqualTo("botocore 9.9.9 at made up");
    assertThat(catalog.services()).containsExactly("s3", "teapot");
    assertThat(catalog.hasService("ec2")).isFalse();
    assertThat(catalog.servicesWithOperation("Brew")).containsExactly("teapot");
    assertThat(catalog.servicesWithOperation("RunInstances")).isEmpty();
    assertThat(catalog.servicesWithErrorCode("Teapot.Empty")).containsExactly("teapot");
    assertThat(catalog.servicesWithIamPrefix("tea")).containsExactly("teapot");
    assertThat(catalog.iamActions("teapot", "Brew")).isEmpty();
    assertThat(catalog.regions()).containsExactly("xx-north-1", "xx-south-1");
    assertThat(catalog.serviceInRegion("teapot", "xx-south-1")).contains(false);
  }

  @Test
  void theModelIsReadWithItsExtrasAndWithoutOutputs() {
    Service teapot =
        AwsCatalog.ofBotocore(new MadeUpBotocore(false)).service("teapot").orElseThrow();
    assertThat(teapot.metadata().apiVersions()).containsExactly("2023-01-01", "2024-02-03");
    assertThat(teapot.metadata().signingName()).isEqualTo("tea");
    Shape.Structure input = teapot.input("Brew").orElseThrow();
    assertThat(input.members())
        .extracting(Shape.Member::name)
        .containsExactly("documentation", "Extra");
    assertThat(input.member("documentation").orElseThrow().required()).isTrue();
    assertThat(teapot.shape("BrewOutput")).isEmpty();
    assertThat(teapot.errors())
        .isEqualTo(List.of(new ErrorShape("Empty", "Teapot.Empty", 418, true, false, true, true)));
  }
}
