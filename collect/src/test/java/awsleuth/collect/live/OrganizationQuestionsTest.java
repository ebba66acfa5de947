package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.fact.Facts;
import awsleuth.testkit.ScriptedAws.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Whose policies of an organization are read of a call that was refused, and where. */
class OrganizationQuestionsTest {

  @AutoClose private final Account account = new Account();

  @Test
  void anAccountOutsideAnOrganizationSurelyHasNoPolicyOfOne() {
    Reply none =
        new Reply(400, "{\"__type\": \"AWSOrganizationsNotInUseException\", \"Message\": \"no\"}");
    account.aws().on("ListParents", _ -> none).on("DescribeOrganization", _ -> none);
    Gathering gathering = account.ask(Account.denied());
    assertThat(gathering.unknown())
        .isNotEmpty()
        .noneMatch(u -> u.about() == Gathering.About.ORGANIZATION);
    assertThat(gathering.files().get("organization.json")).contains("\"NoneOf\": \"123456789012\"");
    assertThat(gathering.files()).doesNotContainKey("organization-2.json");
  }

  @Test
  void aPolicyThatIsAttachedOnSeveralLevelsIsDescribedOnce() {
    account
        .aws()
        .on("DescribeOrganization", "{\"Organization\": {\"MasterAccountId\": \"1\"}}")
        .on(
            "ListParents",
            asked ->
                asked.body().contains("r-1")
                    ? new Reply(400, "{\"__type\": \"InvalidInputException\", \"Message\": \"no\"}")
                    : asked.body().contains("NextToken")
                        ? new Reply(200, "{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}")
                        : new Reply(200, "{\"Parents\": [], \"NextToken\": \"more\"}"))
        .on("ListPoliciesForTarget", "{\"Policies\": [{\"Id\": \"p-1\", \"Name\": \"Full\"}]}")
        .on("DescribePolicy", "{\"Policy\": {\"Content\": \"{}\"}}");
    Gathering gathering = account.ask(Account.denied());
    assertThat(account.aws().asked("DescribePolicy")).hasSize(1);
    assertThat(gathering.unknown()).noneMatch(u -> u.about() == Gathering.About.ORGANIZATION);
    assertThat(gathering.files())
        .containsKeys(
            "scp-r-1-Full.json",
            "scp-123456789012-Full.json",
            "rcp-r-1-Full.json",
            "rcp-123456789012-Full.json");
    assertThat(gathering.files().get("awsleuth.json"))
        .contains("\"scp-r-1-Full.json\": {", "\"attached_to\": \"r-1\"");
  }

  @Test
  void whichAccountManagesTheOrganizationIsKeptWithoutItsAddress() {
    account
        .aws()
        .on("ListParents", "{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}")
        .on(
            "DescribeOrganization",
            "{\"Organization\": {\"Id\": \"o-1\", \"MasterAccountId\": \"123456789012\","
                + " \"MasterAccountEmail\": \"ann@example.com\"}}");
    assertThat(account.ask(Account.denied()).files().getOrDefault("organization.json", ""))
        .contains("\"MasterAccountId\": \"123456789012\"")
        .doesNotContain("ann@example.com");
  }

  private static Facts refusedKey(String key) {
    return Account.facts(
        Kind.TRACEBACK,
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the Decrypt"
            + " operation: User: "
            + Account.ROLE
            + " is not authorized to perform: kms:Decrypt on resource: "
            + key
            + " with an explicit deny in a resource control policy");
  }

  @Test
  void resourceControlPoliciesAreThoseOfTheOwner() {
    account
        .aws()
        .on("ListParents", "{\"Parents\": [{\"Id\": \"r-1\", \"Type\": \"ROOT\"}]}")
        .on("ListPoliciesForTarget", "{\"Policies\": []}");
    account.ask(refusedKey("arn:aws:kms:eu-west-1:444455556666:key/1"));
    assertThat(account.aws().asked("ListPoliciesForTarget"))
        .anyMatch(a -> a.body().contains("444455556666") && a.body().contains("RESOURCE_CONTROL"))
        .noneMatch(a -> a.body().contains("444455556666") && a.body().contains("SERVICE_CONTROL"))
        .noneMatch(a -> a.body().contains("123456789012") && a.body().contains("RESOURCE_CONTROL"));
  }

  @Test
  void whatIsAboveAnAccountMayNotBeTold() {
    account.aws().on("ListParents", "{\"Parents\": []}");
    assertThat(Account.lines(account.ask(Account.denied())))
        .contains(
            "the organization's policies on 123456789012: ListParents does not tell what is above"
                + " 123456789012");
  }

  @Test
  void aResourceIsAskedForInItsRegionInEveryPartition() {
    account
        .sessionIn("cn-north-1")
        .ask(refusedKey("arn:aws-cn:kms:cn-northwest-1:123456789012:key/1"));
    assertThat(account.aws().asked("GetKeyPolicy"))
        .isNotEmpty()
        .allMatch(a -> a.region().equals("cn-northwest-1"));
  }
}
