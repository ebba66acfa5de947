package awsleuth.app.simulate;

import static awsleuth.app.simulate.SimulateCommandTest.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which requests {@code simulate} takes, and what it says of those that cannot be. */
class SimulateRequestsTest {

  @TempDir private Path folder;

  @Test
  void whatIsNoRequestIsToldInOneLine() {
    for (List<String> wrong :
        List.of(
            List.of("--principal", "bob", "--action", "s3:GetObject"),
            List.of("--principal", "arn:aws:iam::1:user/a", "--action", "s3:GetObject"),
            List.of("--principal", ALICE, "--action", "s3:Get*"),
            List.of(
                "--principal", ALICE, "--action", "s3:GetObject", "--context", "aws:SourceIp=abc"),
            List.of("--principal", ALICE, "--action", "s3:GetObject", "--resource", "notanarn"),
            List.of("--principal", ALICE, "--action", "s3:GetObject", "--resource-account", "abc"),
            List.of("--principal", ALICE, "--action", "s3:GetObject", "--object-acl", "acl.json"),
            List.of(
                "--principal", ALICE, "--action", "s3:GetObject", "--object-ownership", "me"))) {
      List<String> args = new ArrayList<>(List.of("simulate"));
      args.addAll(wrong);
      Command run = Command.pipe("", args.toArray(String[]::new));
      assertThat(run.code()).as(run.err()).isEqualTo(Console.USAGE);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void theListOfABucketLeavesOpenWhatTheListOfTheObjectAllows() throws IOException {
    Path list = folder.resolve("acl.json");
    Files.writeString(
        list,
        """
        {"Owner": {"ID": "1"}, "Grants": [{"Grantee": {"Type": "Group",
          "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}, "Permission": "READ"}]}
        """);
    Command open = listed("--bucket-acl", list);
    assertThat(open.out())
        .startsWith("unknown  ")
        .contains("access control list of the object, not given (--object-acl");
    assertThat(listed("--object-acl", list).out()).startsWith("allowed  ");
    Command several = listed("--object-acl", list, "--resource", "arn:aws:s3:::b/other");
    assertThat(several.code()).isEqualTo(Console.USAGE);
    assertThat(several.err()).contains("--object-acl is of one object, and --resource names 2");
  }

  private static Command listed(String option, Path list, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "simulate",
                "--principal",
                "anonymous",
                "--action",
                "s3:GetObject",
                "--resource",
                "arn:aws:s3:::b/k",
                "--object-ownership",
                "ObjectWriter",
                option,
                list.toString()));
    args.addAll(List.of(more));
    return Command.pipe("", args.toArray(String[]::new));
  }

  @Test
  void anActionThatTakesNoResourceIsDecidedOnAStar() throws IOException {
    Files.writeString(
        folder.resolve("all.json"),
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:*",
          "Resource": "arn:aws:s3:::*"}}
        """);
    Command run = asked("s3:ListAllMyBuckets", "arn:aws:s3:::*");
    assertThat(run.out())
        .startsWith("denied  s3:ListAllMyBuckets on *\n")
        .contains("`s3:ListAllMyBuckets` takes no resource");
  }

  @Test
  void ofARequestThatCannotBeItIsSaid() throws IOException {
    Files.writeString(
        folder.resolve("all.json"),
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*",
          "Resource": "*"}}
        """);
    for (String other : List.of("arn:aws:s3:::bucket", "arn:aws:sqs:eu-west-1:111122223333:q")) {
      assertThat(asked("s3:GetObject", other).out()).contains("AWS makes no such request");
    }
    for (String object :
        List.of(
            "arn:aws:s3:::bucket/key",
            "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/key")) {
      assertThat(asked("s3:GetObject", object).out()).doesNotContain("no such request");
    }
    assertThat(asked("sqs:SendMessage", "*").out()).contains("AWS makes no such request");
    assertThat(asked("ec2:DescribeInstances", "*").out()).doesNotContain("no such request");
  }

  private Command asked(String action, String resource) {
    return Command.pipe(
        "",
        "simulate",
        "--principal",
        ALICE,
        "--action",
        action,
        "--resource",
        resource,
        "--policy",
        folder.resolve("all.json").toString());
  }

  @Test
  void nobodyMayBeCalledAnonymousOrAStar() {
    for (String nobody : List.of("*", "anonymous", "*anonymous*")) {
      Command run =
          Command.pipe(
              "",
              "simulate",
              "--principal",
              nobody,
              "--action",
              "s3:GetObject",
              "--resource",
              "arn:aws:s3:::b/k");
      assertThat(run.out())
          .startsWith("unknown  ")
          .contains("depends on the resource's own policy, not given (--resource-policy;");
    }
  }
}
