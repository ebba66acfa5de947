package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import awsleuth.iam.repair.Proof;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy of a group decides for the users who are in it, where the evidence says who is. */
class GroupPoliciesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String ACCOUNT = "arn:aws:iam::111122223333:";
  private static final String GROUP = ACCOUNT + "group/batch/readers";
  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "R", "Effect": "Allow",
        "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/public"}]}
      """;

  private static String refused(String caller) {
    return "An error occurred (AccessDenied) when calling the GetObject operation: User: "
        + caller
        + " is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" because"
        + " no identity-based policy allows the s3:GetObject action";
  }

  private static String manifest(String groups) {
    return "{\"files\": {\"p.json\": {\"kind\": \"policy:identity\", \"attached_to\": \""
        + GROUP
        + "\"}}"
        + groups
        + "}";
  }

  private static Artifact any(String name, String text) {
    return new Artifact(name, Artifact.Kind.ANY, text);
  }

  private static Artifact groups(String name, String... arns) {
    List<String> groups = new ArrayList<>();
    for (String arn : arns) {
      groups.add("{\"GroupName\": \"g\", \"GroupId\": \"AGPA1\", \"Arn\": \"" + arn + "\"}");
    }
    return any(name, "{\"Groups\": [" + String.join(", ", groups) + "]}");
  }

  private static Artifact members(String more, String... users) {
    List<String> all = new ArrayList<>();
    for (String user : users) {
      all.add("{\"UserName\": \"u\", \"Arn\": \"" + ACCOUNT + "user/" + user + "\"}");
    }
    return any(
        "members.json",
        "{\"Users\": ["
            + String.join(", ", all)
            + "], \"Group\": {\"GroupName\": \"readers\", \"Arn\": \""
            + GROUP
            + "\"}"
            + more
            + "}");
  }

  private static Verdict verdict(String manifest, Artifact... more) {
    return verdictOf(ACCOUNT + "user/nightly", manifest, more);
  }

  private static Verdict verdictOf(String caller, String manifest, Artifact... more) {
    List<Artifact> artifacts = new ArrayList<>(List.of(more));
    artifacts.add(new Artifact("err.txt", Artifact.Kind.TRACEBACK, refused(caller)));
    artifacts.add(new Artifact("p.json", Artifact.Kind.POLICY_IDENTITY, POLICY));
    if (!manifest.isEmpty()) {
      artifacts.add(new Artifact("awsleuth.json", Artifact.Kind.MANIFEST, manifest));
    }
    return DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().getFirst();
  }

  /** What would settle a refusal that gives no reason. */
  private static List<Need> missing(String manifest) {
    String bare = refused(ACCOUNT + "user/nightly").replaceAll(" because .*", "");
    List<Artifact> all =
        List.of(
            new Artifact("err.txt", Artifact.Kind.TRACEBACK, bare),
            new Artifact("p.json", Artifact.Kind.POLICY_IDENTITY, POLICY),
            new Artifact("awsleuth.json", Artifact.Kind.MANIFEST, manifest));
    return DIAGNOSER.diagnose(all).failures().getFirst().verdicts().stream()
        .flatMap(v -> v.outcome() instanceof Outcome.Possible p ? p.missing().stream() : null)
        .toList();
  }

  private static List<String> because(Verdict verdict) {
    return finding(verdict).because().stream().map(Citation::text).toList();
  }

  private static Finding finding(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Outcome.Confirmed c -> c.finding();
      case Outcome.Possible p -> p.finding();
      case Outcome.RuledOut _, Outcome.Crashed _ -> throw new AssertionError(verdict);
    };
  }

  private static void isDecidedByTheGroupsPolicy(Verdict verdict, String where) {
    assertThat(verdict.id()).isEqualTo("permissions/resource-not-covered");
    assertThat(verdict.outcome()).isInstanceOf(Outcome.Confirmed.class);
    assertThat(finding(verdict).because())
        .anyMatch(c ->
            c.text().contains("`user/nightly` is in its group `readers`")
                && c.source().artifact().equals(where));
  }

  private static void isLeftAside(Verdict verdict, String why) {
    assertThat(verdict.id()).isEqualTo("permissions/no-identity-allow");
    assertThat(because(verdict)).anyMatch(c -> c.contains("not taken") && c.contains(why));
  }

  @Test
  void a_list_of_the_groups_of_a_user_is_whose_its_file_is_named_for() {
    isDecidedByTheGroupsPolicy(
        verdict(manifest(""), groups("groups-of-nightly.json", GROUP)), "groups-of-nightly.json");
    isLeftAside(
        verdict(manifest(""), groups("nightly-groups.json", ACCOUNT + "group/writers")),
        "`user/nightly` is not in it (nightly-groups.json:1)");
    isLeftAside(
        verdict(manifest(""), groups("nightly-two-groups.json", GROUP)), "nothing tells whether");
  }

  @Test
  void a_list_of_groups_is_that_of_the_user_whom_its_command_names() {
    Artifact list = groups("terminal.txt", GROUP);
    String command = "$ aws iam list-groups-for-user --user-name nightly\n";
    isDecidedByTheGroupsPolicy(
        verdict(manifest(""), any("terminal.txt", command + list.text())), "terminal.txt");
    isLeftAside(
        verdict(
            manifest(""), any("nightly.txt", command.replace("nightly", "daily") + list.text())),
        "nothing tells whether");
  }

  @Test
  void the_members_of_a_group_are_all_unless_the_list_is_cut() {
    isDecidedByTheGroupsPolicy(verdict(manifest(""), members("", "nightly")), "members.json");
    isLeftAside(verdict(manifest(""), members("", "daily")), "is not in it (members.json:1)");
    isLeftAside(
        verdict(manifest(""), members(", \"IsTruncated\": true", "daily")),
        "nothing tells whether");
  }

  @Test
  void a_manifest_has_the_members_of_groups() {
    String members = ", \"groups\": {\"" + GROUP + "\": [\"" + ACCOUNT + "user/%s\"]}";
    isDecidedByTheGroupsPolicy(verdict(manifest(members.formatted("nightly"))), "awsleuth.json");
    isLeftAside(verdict(manifest(members.formatted("daily"))), "is not in it");
  }

  @Test
  void where_nothing_tells_the_members_the_policy_is_left_open_and_the_list_is_asked_for() {
    Verdict open = verdict(manifest(""));
    isLeftAside(open, "nothing tells whether `user/nightly` is in it");
    assertThat(missing(manifest("")))
        .contains(
            new Need(
                "whether `user/nightly` is in the group `" + GROUP + "`",
                "aws iam list-groups-for-user --user-name nightly"));
  }

  @Test
  void lists_that_contradict_each_other_tell_nothing() {
    isLeftAside(
        verdict(manifest(""), members("", "daily"), groups("nightly-groups.json", GROUP)),
        "nothing tells whether");
  }

  @Test
  void a_namesake_in_another_account_and_a_role_are_in_no_such_group() {
    String other = "arn:aws:iam::444455556666:user/nightly";
    assertThat(verdictOf(other, manifest(""), groups("nightly-groups.json", GROUP)).id())
        .isEqualTo("permissions/no-identity-allow");
    String role = "arn:aws:sts::111122223333:assumed-role/nightly/s";
    assertThat(verdictOf(role, manifest(""), groups("nightly-groups.json", GROUP)).id())
        .isEqualTo("permissions/no-identity-allow");
  }

  @Test
  void a_policy_whose_file_has_the_name_of_a_known_group_is_of_that_group() {
    Artifact policy = new Artifact("readers.json", Artifact.Kind.POLICY_IDENTITY, POLICY);
    List<Artifact> all =
        List.of(
            new Artifact("err.txt", Artifact.Kind.TRACEBACK, refused(ACCOUNT + "user/nightly")),
            policy,
            members("", "daily"));
    Verdict verdict = DIAGNOSER.diagnose(all).failures().getFirst().verdicts().getFirst();
    isLeftAside(verdict, "is not in it");
  }

  @Test
  void the_other_members_are_told_who_are_allowed_it_too() {
    Proof proof = proof(verdict(manifest(""), members("", "nightly", "daily")));
    assertThat(proof.lines())
        .anyMatch(l ->
            l.part() == Proof.Part.OPENED
                && l.what().equals("`user/daily` of `group/readers`, by the same policy"));
    assertThat(proof.supposes()).noneMatch(s -> s.contains("may be allowed it too"));
    Proof open = proof(verdict(manifest(""), groups("nightly-groups.json", GROUP)));
    assertThat(open.supposes()).contains("all of `" + GROUP + "` may be allowed it too");
  }

  private static Proof proof(Verdict verdict) {
    return finding(verdict).fixes().stream()
        .filter(f -> f.title().contains("`R`"))
        .findFirst()
        .flatMap(Fix::proof)
        .orElseThrow();
  }
}
