package awsleuth.collect.live;

import static awsleuth.collect.live.PolicyQuestionsTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.TagSet;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.testkit.ScriptedAws;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What IAM tells of a role or user besides policies is kept. */
class KeptTagsTest {

  @AutoClose private final Account account = new Account();

  private static final String TAGS =
      "<Tags><member><Key>team</Key><Value>red</Value></member></Tags>";

  @Test
  void thatARoleHasNoBoundaryIsKept() {
    String role =
        "<Role><RoleName>app</RoleName><RoleId>AROAEXAMPLEROLEID123</RoleId>"
            + "<Arn>arn:aws:iam::123456789012:role/app</Arn>"
            + "<AssumeRolePolicyDocument>%7B%22Statement%22%3A[]%7D</AssumeRolePolicyDocument>"
            + "BOUNDARY</Role>";
    String boundary =
        "<PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::123456789012:policy/limit"
            + "</PermissionsBoundaryArn></PermissionsBoundary>";
    for (String set : List.of("", boundary)) {
      account.aws().on("GetRole", ScriptedAws.result("GetRole", role.replace("BOUNDARY", set)));
      String kept = account.ask(Account.denied()).files().getOrDefault("trust-policy-app.json", "");
      assertThat(Readers.read(new Artifact("trust.json", Kind.ANY, kept), AwsCatalog.embedded()))
          .filteredOn(NoBoundary.class::isInstance)
          .hasSize(set.isEmpty() ? 1 : 0);
    }
  }

  @Test
  void theTagsOfARoleAreKept() {
    String role =
        "<Role><RoleName>app</RoleName><RoleId>AROAEXAMPLEROLEID123</RoleId>"
            + "<Arn>arn:aws:iam::123456789012:role/app</Arn>"
            + "<AssumeRolePolicyDocument>%7B%22Statement%22%3A[]%7D</AssumeRolePolicyDocument>"
            + TAGS
            + "</Role>";
    account.aws().on("GetRole", ScriptedAws.result("GetRole", role));
    assertThat(tags(account.ask(Account.denied()), "trust-policy-app.json"))
        .containsExactly("arn:aws:iam::123456789012:role/app {team=red}");
  }

  @Test
  void theTagsOfAUserAreKeptBesideItsBoundaryToo() {
    String boundary =
        "<PermissionsBoundary><PermissionsBoundaryArn>arn:aws:iam::123456789012:policy/limit"
            + "</PermissionsBoundaryArn></PermissionsBoundary>";
    Facts denied = Account.facts(Kind.ANY, refused("AKIA…MPLE"));
    for (String set : List.of("", boundary)) {
      account
          .aws()
          .on(
              "GetUser",
              ScriptedAws.result(
                  "GetUser",
                  "<User><UserName>ann</UserName><UserId>AIDAEXAMPLEUSERID123</UserId>"
                      + "<Arn>arn:aws:iam::123456789012:user/ann</Arn>"
                      + set
                      + TAGS
                      + "</User>"));
      Gathering gathering = account.ask(denied);
      assertThat(tags(gathering, "user-ann.json"))
          .containsExactly("arn:aws:iam::123456789012:user/ann {team=red}");
      assertThat(read(gathering, "user-ann.json"))
          .filteredOn(NoBoundary.class::isInstance)
          .hasSize(set.isEmpty() ? 1 : 0);
    }
  }

  private static List<? extends Evidence> read(Gathering gathering, String file) {
    String kept = gathering.files().getOrDefault(file, "");
    return Readers.read(new Artifact(file, Kind.ANY, kept), AwsCatalog.embedded());
  }

  private static List<String> tags(Gathering gathering, String file) {
    return read(gathering, file).stream()
        .filter(TagSet.class::isInstance)
        .map(TagSet.class::cast)
        .map(t -> t.thing() + " " + t.tags())
        .toList();
  }
}
