package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DelayTest {

  private static final String ROLE = "{\"roleName\":\"resize\"}";
  private static final String FUNCTION =
      "{\"functionName\":\"f\",\"role\":\"arn:aws:iam::111122223333:role/resize\"}";
  private static final String MADE = ToldArchive.event("11:00:00", "iam CreateRole", "", "", ROLE);
  private static final String REFUSED =
      create("11:00:02", "The role defined for the function cannot be assumed by Lambda.");
  private static final String DONE = create("11:00:12", "");

  @TempDir Path folder;

  private static String create(String time, String message) {
    return ToldArchive.event(
        time,
        "lambda CreateFunction20150331",
        message.isEmpty() ? "" : "InvalidParameterValueException",
        message,
        FUNCTION);
  }

  private List<Cause> causes(String... records) throws IOException {
    return new ToldArchive(folder).causes(List.of(records));
  }

  @Test
  void a_role_that_a_service_does_not_know_yet_is_found_whatever_the_code() throws IOException {
    assertThat(causes(MADE, REFUSED, DONE))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Propagation.class,
            p -> assertThat(p.change().event().name()).isEqualTo("CreateRole"));
  }

  @Test
  void a_success_with_another_role_shows_nothing() throws IOException {
    assertThat(causes(MADE, REFUSED, DONE.replace("role/resize", "role/other"))).isEmpty();
  }

  @Test
  void a_change_of_the_role_before_the_success_shows_nothing() throws IOException {
    String changed = ToldArchive.event("11:00:08", "iam UpdateAssumeRolePolicy", "", "", ROLE);
    assertThat(causes(MADE, REFUSED, changed, DONE)).isEmpty();
  }

  @Test
  void a_value_that_is_wrong_for_another_reason_is_not_put_down_to_it() throws IOException {
    assertThat(causes(MADE, create("11:00:02", "The size is out of range."), DONE)).isEmpty();
  }

  @Test
  void a_user_that_is_given_a_policy_a_moment_after_it_was_made_is_not_known_yet()
      throws IOException {
    String user = "{\"userName\":\"bob\"}";
    assertThat(
            causes(
                ToldArchive.event("11:00:00", "iam CreateUser", "", "", user),
                attach("11:00:03", "The user with name bob cannot be found."),
                attach("11:00:12", "")))
        .singleElement()
        .isInstanceOf(Cause.Propagation.class);
  }

  private static String attach(String time, String message) {
    return ToldArchive.event(
        time,
        "iam AttachUserPolicy",
        message.isEmpty() ? "" : "NoSuchEntityException",
        message,
        "{\"userName\":\"bob\",\"policyArn\":\"arn:aws:iam::aws:policy/ReadOnlyAccess\"}");
  }

  private static final String KEY =
      ToldArchive.event("11:00:00", "iam CreateAccessKey", "", "", "{\"userName\":\"ci\"}")
          .replace(
              "\"requestParameters\"",
              "\"responseElements\":{\"accessKey\":{\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\"}},"
                  + "\"requestParameters\"");
  private static final String INVALID = "The security token included in the request is invalid.";

  @Test
  void an_access_key_that_was_just_made_is_not_known_yet() throws IOException {
    assertThat(causes(KEY, whoami("11:00:02", INVALID), whoami("11:00:10", "")))
        .singleElement()
        .isInstanceOfSatisfying(
            Cause.Propagation.class,
            p -> assertThat(p.change().event().name()).isEqualTo("CreateAccessKey"));
  }

  @Test
  void an_access_key_that_was_switched_off_is_known() throws IOException {
    String off = key("11:00:01", "Inactive", "AKIAIOSFODNN7EXAMPLE");
    String on = key("11:00:05", "Active", "AKIAIOSFODNN7EXAMPLE");
    assertThat(causes(KEY, off, whoami("11:00:02", INVALID), on, whoami("11:00:10", "")))
        .noneMatch(Cause.Propagation.class::isInstance);
    String before = key("11:00:02", "Active", "AKIAIOSFODNN7EXAMPLE");
    assertThat(causes(KEY, off, before, whoami("11:00:03", INVALID), whoami("11:00:10", "")))
        .noneMatch(Cause.Propagation.class::isInstance);
    String other = key("11:00:01", "Inactive", "AKIAI44QH8DHBEXAMPLE");
    assertThat(causes(KEY, other, whoami("11:00:02", INVALID), whoami("11:00:10", "")))
        .singleElement()
        .isInstanceOf(Cause.Propagation.class);
  }

  private static String key(String time, String status, String key) {
    return ToldArchive.event(
        time,
        "iam UpdateAccessKey",
        "",
        "",
        "{\"userName\":\"ci\",\"status\":\"%s\",\"accessKeyId\":\"%s\"}".formatted(status, key));
  }

  private static String whoami(String time, String message) {
    return ToldArchive.event(
            time,
            "sts GetCallerIdentity",
            message.isEmpty() ? "" : "InvalidClientTokenId",
            message,
            "null")
        .replace(
            "\"type\":\"IAMUser\"",
            "\"type\":\"IAMUser\",\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\"");
  }

  @Test
  void the_services_own_role_that_was_just_made_is_not_known_yet() throws IOException {
    String role =
        ToldArchive.event(
                "11:00:00",
                "iam CreateServiceLinkedRole",
                "",
                "",
                "{\"aWSServiceName\":\"ecs.amazonaws.com\"}")
            .replace(
                "\"requestParameters\"",
                "\"responseElements\":{\"role\":{\"roleName\":\"AWSServiceRoleForECS\"}},"
                    + "\"requestParameters\"");
    String unable = "Unable to assume the service linked role.";
    assertThat(causes(role, service("11:00:03", unable), service("11:00:12", "")))
        .singleElement()
        .isInstanceOf(Cause.Propagation.class);
  }

  private static String service(String time, String message) {
    return ToldArchive.event(
        time,
        "ecs CreateService",
        message.isEmpty() ? "" : "InvalidParameterException",
        message,
        "{\"serviceName\":\"s\",\"cluster\":\"c\"}");
  }

  @Test
  void a_policy_that_was_just_attached_lets_a_call_that_names_no_resource() throws IOException {
    String attached =
        ToldArchive.event(
            "11:00:00",
            "iam AttachUserPolicy",
            "",
            "",
            "{\"userName\":\"ci\",\"policyArn\":\"arn:aws:iam::aws:policy/AmazonSQSFullAccess\"}");
    String said =
        "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sqs:listqueues on"
            + " resource: arn:aws:sqs:eu-west-1:111122223333: because no identity-based policy"
            + " allows the sqs:listqueues action";
    assertThat(
            causes(
                attached,
                ToldArchive.event("11:00:02", "sqs ListQueues", "AccessDenied", said, "null"),
                ToldArchive.event("11:00:09", "sqs ListQueues", "", "", "null")))
        .singleElement()
        .isInstanceOf(Cause.Propagation.class);
  }

  /** As where a bucket's policy lets one of two addresses in. */
  @Test
  void calls_that_succeed_from_another_address_alone_show_nothing() {
    Story story =
        new Story()
            .createRole(0, "billing")
            .putRolePolicy(0, "billing", "data", Story.policy("Allow", "", "s3:*", ""));
    assertThat(incidents(story.from("198.51.100.7").lists(1, 7, " "))).isEmpty();
    story.from("203.0.113.5").lists(7, 9);
    assertThat(incidents(story)).isEmpty();
    assertThat(incidents(story.from("198.51.100.7").lists(9, 15, " "))).isEmpty();
  }

  private static List<Incident> incidents(Story story) {
    return Investigation.of(story.told(), Scope.ALL).incidents();
  }
}
