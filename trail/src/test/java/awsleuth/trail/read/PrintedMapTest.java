package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintedMapTest {

  @Test
  void values_end_before_the_next_name_that_stands_in_no_brackets() {
    assertThat(
            PrintedMap.of(
                "{roleName=app, policyDocument={\"Statement\": [{\"Sid\": \"a, b=c}\"}]},"
                    + " note=one, two, tags=null}"))
        .hasValue(
            Map.of(
                "roleName", "app",
                "policyDocument", "{\"Statement\": [{\"Sid\": \"a, b=c}\"}]}",
                "note", "one, two"));
    assertThat(PrintedMap.of("{}")).hasValue(Map.of());
  }

  @Test
  void what_is_not_told_for_certain_is_no_map() {
    for (String text :
        new String[] {"", "x", "{a}", "{a=1, a=2}", "{a={1}", "{\"a\":1}", "{a=1]}"}) {
      assertThat(PrintedMap.of(text)).as(text).isEmpty();
    }
  }

  @Test
  void lists_of_maps_are_read() {
    assertThat(PrintedMap.list("[{arn=arn:aws:s3:::b, type=AWS::S3::Bucket}, {arn=x}]"))
        .containsExactly(
            Map.of("arn", "arn:aws:s3:::b", "type", "AWS::S3::Bucket"), Map.of("arn", "x"));
    assertThat(PrintedMap.list("[1]")).isEmpty();
  }

  @Test
  void a_row_is_the_event_that_it_was_made_of() {
    assertThat(
            ResultRow.json(
                "[{\"eventName\": \"PutRolePolicy\"}, {\"requestParameters\": \"{roleName=app,"
                    + " policyDocument={\\\"Version\\\": \\\"2012-10-17\\\"}}\"}, {\"resources\":"
                    + " \"[{accountid=1, arn=x}]\"}]"))
        .hasValue(
            "{\"eventName\":\"PutRolePolicy\",\"requestParameters\":{\"roleName\":\"app\","
                + "\"policyDocument\":{\"Version\": \"2012-10-17\"}},"
                + "\"resources\":[{\"accountId\":\"1\",\"ARN\":\"x\"}]}");
  }
}
