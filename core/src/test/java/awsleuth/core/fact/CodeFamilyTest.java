package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CodeFamilyTest {

  @ParameterizedTest
  @CsvSource({
    "NoSuchBucket, bucket",
    "InvalidVolume.NotFound, volume",
    "InvalidAMIID.NotFound, image",
    "InvalidInstanceID.NotFound, instance",
    "ResourceNotFoundException, resource",
    "QueueDoesNotExist, queue",
    "DBInstanceNotFoundFault, dbinstance",
    "NotFoundException, ''"
  })
  void a_code_names_what_is_not_there(String code, String thing) {
    assertThat(CodeFamily.missing(code)).isEqualTo(thing);
  }

  @Test
  void a_message_says_that_something_is_not_there_or_off() {
    assertThat(CodeFamily.MISSING.isSaidBy("Stack with id shop does not exist")).isTrue();
    assertThat(CodeFamily.MISSING.isSaidBy("WorkGroup nightly is disabled.")).isFalse();
    assertThat(CodeFamily.MISSING.isSaidBy("Instance i-1 has been terminated")).isTrue();
    assertThat(CodeFamily.MISSING.isSaidBy("The instance 'i-1' may not be terminated.")).isFalse();
    assertThat(CodeFamily.STATE.isSaidBy("WorkGroup nightly is DISABLED.")).isTrue();
    assertThat(CodeFamily.RATE.isSaidBy("Rate exceeded")).isFalse();
  }
}
