package awsleuth.trail.incident;

import static awsleuth.trail.make.Story.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.make.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes of an organization may be why calls of an account fail. */
final class OrganisationTest {

  private static final String SCP = " with an explicit deny in a service control policy";
  private static final String RCP = " with an explicit deny in a resource control policy";
  private static final String OTHER = "444455556666";

  @Test
  void a_policy_that_is_attached_to_another_account_is_not() {
    Story story =
        new Story()
            .lists(2, 60)
            .moveAccount(58, OTHER)
            .moveAccount(59, Story.ACCOUNT)
            .ofOrganisationPolicy(60, "AttachPolicy", "p-11111111", OTHER);
    assertThat(suspects(story.lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.change().event().name()).isEqualTo("MoveAccount"))
        .satisfies(s -> assertThat(s.change().what()).contains("account `111122223333`"))
        .satisfies(s -> assertThat(s.missing()).contains("`ou-1`"));
  }

  @Test
  void a_move_is_also_where_aws_names_the_policy() {
    String named =
        SCP + ": arn:aws:organizations::777788889999:policy/o-a/service_control_policy/p-1";
    Story story = new Story().lists(2, 60).moveAccount(59, Story.ACCOUNT).lists(61, 90, named);
    assertThat(suspects(story)).hasSize(1);
  }

  private static final String DENY = policy("Deny", "", "s3:ListBucket", "");
  private static final String DENY_ALL = policy("Deny", "\"*\"", "s3:ListBucket", "");
  private static final String POLICY = "p-11111111";

  @ParameterizedTest
  @CsvSource({
    "p-FullAWSAccess, 111122223333, CONFIRMED",
    "p-FullAWSAccess, ou-ab12-cdefghij, POSSIBLE",
    "p-11111111, 111122223333, CONFIRMED",
    "p-22222222, 111122223333, POSSIBLE",
  })
  void what_is_detached_is_why_where_it_allowed_and_none_does_since(
      String policy, String target, Certainty certainty) {
    String none = " because no service control policy allows the s3:ListBucket action";
    Story story =
        new Story()
            .updateOrganisationPolicy(1, POLICY, policy("Allow", "", "s3:*", ""))
            .lists(2, 60)
            .ofOrganisationPolicy(60, "DetachPolicy", policy, target)
            .lists(61, 90, none);
    assertThat(suspects(story).getFirst().certainty()).isEqualTo(certainty);
  }

  /** The policy denies, and is attached while the calls succeed. */
  private static Story attached(String target) {
    return new Story()
        .updateOrganisationPolicy(1, POLICY, DENY)
        .lists(2, 60)
        .ofOrganisationPolicy(60, "AttachPolicy", POLICY, target);
  }

  /** The policy is attached, and denies since then. */
  private static Story updated(String target) {
    return new Story()
        .ofOrganisationPolicy(1, "AttachPolicy", POLICY, target)
        .lists(2, 60)
        .updateOrganisationPolicy(60, POLICY, DENY);
  }

  @ParameterizedTest
  @CsvSource({"111122223333, CONFIRMED", "r-ab12, CONFIRMED", "ou-ab12-cdefghij, POSSIBLE"})
  void a_policy_is_confirmed_where_it_is_attached_to_the_account_or_the_root(
      String target, Certainty certainty) {
    assertThat(suspects(attached(target).lists(61, 90, SCP)).getFirst().certainty())
        .isEqualTo(certainty);
    assertThat(suspects(updated(target).lists(61, 90, SCP)).getFirst().certainty())
        .isEqualTo(certainty);
  }

  @Test
  void what_would_tell_whether_it_holds_is_said() {
    assertThat(suspects(attached("ou-ab12-cdefghij").lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.missing()).contains("below `ou-ab12-cdefghij`"))
        .satisfies(s -> assertThat(s.missing()).contains("list-parents --child-id 111122223333"));
    Story unattached = new Story().lists(2, 60).updateOrganisationPolicy(60, POLICY, DENY);
    assertThat(suspects(unattached.lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s ->
            assertThat(s.missing()).contains("list-targets-for-policy --policy-id p-11111111"));
  }

  @Test
  void a_move_may_be_where_the_policy_denies_by_what_the_call_has_anew() {
    String denying =
        policy(
            "Deny", "", "s3:ListBucket", Story.when("IpAddress", "aws:SourceIp", "203.0.113.0/24"));
    Story story =
        new Story()
            .updateOrganisationPolicy(1, POLICY, denying)
            .ofOrganisationPolicy(2, "AttachPolicy", POLICY, "ou-1")
            .lists(10, 60)
            .moveAccount(60, Story.ACCOUNT)
            .from("203.0.113.9")
            .lists(62, 90, SCP);
    assertThat(suspects(story)).extracting(Suspect::certainty).doesNotContain(Certainty.CONFIRMED);
  }

  @Test
  void one_that_was_detached_again_is_not_known_to_hold() {
    Story story =
        new Story()
            .ofOrganisationPolicy(1, "AttachPolicy", POLICY, Story.ACCOUNT)
            .ofOrganisationPolicy(2, "DetachPolicy", POLICY, Story.ACCOUNT)
            .lists(2, 60)
            .updateOrganisationPolicy(60, POLICY, DENY);
    assertThat(suspects(story.lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE));
  }

  @Test
  void a_move_below_a_policy_that_denies_is_why() {
    Story story =
        new Story()
            .ofOrganisationPolicy(1, "AttachPolicy", POLICY, "ou-1")
            .updateOrganisationPolicy(1, POLICY, DENY)
            .ofOrganisationPolicy(1, "AttachPolicy", "p-22222222", "ou-2")
            .lists(2, 60)
            .moveAccount(59, Story.ACCOUNT)
            .updateOrganisationPolicy(60, "p-22222222", DENY);
    List<Suspect> suspects = suspects(story.lists(61, 90, SCP));
    assertThat(suspects)
        .extracting(Suspect::certainty)
        .containsExactly(Certainty.CONFIRMED, Certainty.POSSIBLE);
    assertThat(suspects.getFirst().change().event().name()).isEqualTo("MoveAccount");
    assertThat(suspects.getFirst().why().getLast()).contains("`ou-1`", "`p-11111111`", "denies");
  }

  @Test
  void a_policy_without_statements_is_of_another_type() {
    Story story = updated("r-ab12").updateOrganisationPolicy(60, "p-22222222", "{\"tags\":{}}");
    assertThat(suspects(story.lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void to_attach_a_policy_is_not_why_none_allows() {
    String none = " because no service control policy allows the s3:ListBucket action";
    Story story =
        new Story()
            .lists(2, 60)
            .ofOrganisationPolicy(60, "DetachPolicy", "p-FullAWSAccess", Story.ACCOUNT)
            .ofOrganisationPolicy(60, "AttachPolicy", POLICY, Story.ACCOUNT);
    assertThat(suspects(story.lists(61, 90, none)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void to_detach_one_is_not_why_another_denies() {
    Story story =
        attached(Story.ACCOUNT)
            .ofOrganisationPolicy(60, "DetachPolicy", "p-22222222", Story.ACCOUNT);
    assertThat(suspects(story.lists(61, 90, SCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  /** The story's account writes the policies: it is the management account, or delegated. */
  @Test
  void the_management_account_is_restricted_by_none() {
    assertThat(suspects(attached("r-ab12").lists(61, 90, " ")))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.POSSIBLE))
        .satisfies(s -> assertThat(s.missing()).contains("describe-organization"));
  }

  @Test
  void a_policy_that_aws_names_is_confirmed_wherever_it_is_attached() {
    String named = SCP + ": arn:aws:organizations::777788889999:policy/o-a/service_control_policy/";
    assertThat(suspects(attached("ou-ab12-cdefghij").lists(61, 90, named + POLICY)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED));
  }

  @Test
  void a_policy_of_resources_is_read_as_one() {
    assertThat(suspects(ofResources().lists(61, 90, RCP)))
        .singleElement()
        .satisfies(s -> assertThat(s.certainty()).isEqualTo(Certainty.CONFIRMED))
        .satisfies(s -> assertThat(s.why().getLast()).contains("denies"));
    assertThat(suspects(ofResources().lists(61, 90, SCP))).isEmpty();
  }

  private static Story ofResources() {
    return new Story()
        .ofOrganisationPolicy(1, "AttachPolicy", POLICY, Story.ACCOUNT)
        .lists(2, 60)
        .updateOrganisationPolicy(60, POLICY, DENY_ALL);
  }

  @Test
  void a_word_in_a_text_makes_no_policy_of_resources() {
    String condition = Story.when("StringEquals", "aws:PrincipalTag/x", "\"Principal\"");
    String denying = policy("Deny", "", "s3:ListBucket", condition.replace("\"\"", "\""));
    Story story =
        new Story()
            .ofOrganisationPolicy(1, "AttachPolicy", POLICY, Story.ACCOUNT)
            .lists(2, 60)
            .updateOrganisationPolicy(60, POLICY, denying);
    assertThat(denying).contains("\"Principal\"");
    assertThat(suspects(story.lists(61, 90, SCP))).hasSize(1);
  }

  @Test
  void a_policy_of_tags_denies_no_call_but_by_its_name() throws IOException {
    assertThat(ofTags("User: arn:aws:iam::111122223333:user/ci" + DENIED + SCP)).isEmpty();
    assertThat(ofTags("The tag policy does not allow the specified value"))
        .singleElement()
        .satisfies(s -> assertThat(s.missing()).contains("--policy-type TAG_POLICY"));
  }

  private static final String DENIED =
      " is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::b";

  @TempDir Path folder;

  private List<Suspect> ofTags(String message) throws IOException {
    String type =
        "\"responseElements\":{\"policy\":{\"policySummary\":{\"type\":\"TAG_POLICY\"}}},";
    String written =
        ToldArchive.event(
            "07:50:00",
            "organizations UpdatePolicy",
            "",
            "",
            "{\"policyId\":\"p-1\",\"content\":\"{\\\"tags\\\":{}}\"}");
    List<String> records = new ArrayList<>();
    records.add(written.replace("\"requestParameters\"", type + "\"requestParameters\""));
    for (int minute = 0; minute < 30; minute++) {
      String bucket = "{\"bucketName\":\"b\"}";
      String before = "07:%02d:00".formatted(minute);
      String since = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(before, "s3 ListObjects", "", "", bucket));
      records.add(ToldArchive.event(since, "s3 ListObjects", "AccessDenied", message, bucket));
    }
    return new ToldArchive(folder).incidents(records).getFirst().suspects();
  }

  @ParameterizedTest
  @CsvSource({
    "111122223333, because no resource-based policy allows the s3:ListBucket action, 1",
    "444455556666, because no resource-based policy allows the s3:ListBucket action, 0",
    "111122223333, because no identity-based policy allows the s3:ListBucket action, 0",
  })
  void an_account_that_left_may_have_been_let_in_by_its_organization(
      String account, String said, int suspects) throws IOException {
    List<String> records = new ArrayList<>();
    records.add(
        ToldArchive.event(
            "07:50:00",
            "organizations RemoveAccountFromOrganization",
            "",
            "",
            "{\"accountId\":\"%s\"}".formatted(account)));
    String denied = "User: arn:aws:iam::111122223333:user/ci" + DENIED + " " + said;
    for (int minute = 0; minute < 30; minute++) {
      String bucket = "{\"bucketName\":\"b\"}";
      String before = "07:%02d:00".formatted(minute);
      String since = "08:%02d:00".formatted(minute);
      records.add(ToldArchive.event(before, "s3 ListObjects", "", "", bucket));
      records.add(ToldArchive.event(since, "s3 ListObjects", "AccessDenied", denied, bucket));
    }
    assertThat(new ToldArchive(folder).incidents(records).getFirst().suspects()).hasSize(suspects);
  }

  private static List<Suspect> suspects(Story story) {
    List<Incident> incidents = Investigation.of(story.told(), Scope.ALL).incidents();
    assertThat(incidents).hasSize(1);
    return incidents.getFirst().suspects();
  }
}
