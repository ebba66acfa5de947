package awsleuth.iam.repair;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Layer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OtherResourcesTest {

  @Test
  void eachKindIsCalledByWhatPeopleKnowItBy() {
    assertThat(of(Layer.IDENTITY, "arn:aws:s3:::b/in/k"))
        .containsExactly(
            "other keys that begin with `in/k`",
            "everything under `in/`",
            "every object of the bucket `b`",
            "the objects of every bucket");
    assertThat(of(Layer.IDENTITY, "arn:aws:s3:::b"))
        .containsExactly("other bucket names that begin with `b`", "every bucket");
    assertThat(of(Layer.IDENTITY, "arn:aws:ecr:eu-west-1:111122223333:repository/team/web"))
        .containsExactly(
            "other names that begin with `web`",
            "everything under `repository/team/`",
            "everything under `repository/` in that account",
            "every resource of `ecr` in that account");
    assertThat(of(Layer.IDENTITY, "arn:aws:lambda:eu-west-1:111122223333:function:f"))
        .containsExactly(
            "other names that begin with `f`", "everything that begins with `function:`");
  }

  @Test
  void aResourcesOwnPolicyIsAboutNoOther() {
    assertThat(of(Layer.RESOURCE, "arn:aws:sqs:eu-west-1:111122223333:q")).isEmpty();
    assertThat(of(Layer.RESOURCE, "arn:aws:s3:::b/k"))
        .containsExactly("every object of the bucket `b`");
  }

  private static Iterable<String> of(Layer layer, String resource) {
    PolicyChange change = new PolicyChange(layer, 0, Optional.empty(), List.of(), "change it");
    return OtherResources.of(resource, List.of(change)).keySet();
  }
}
