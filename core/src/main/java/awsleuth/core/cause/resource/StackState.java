package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** States of CloudFormation's stacks. */
enum StackState implements State {
  /** A stack that is as it shall be. */
  UP_TO_DATE {
    @Override
    public boolean isOf(Facts facts) {
      return isStack(facts) && facts.seen(ResourceClue.UP_TO_DATE);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "take it for success: the stack is as the template and parameters want it",
              """
              except botocore.exceptions.ClientError as error:
                  if "No updates are to be performed" not in str(error):
                      raise\
              """),
          Fix.command(
              "or deploy by the AWS CLI, which takes it so",
              "aws cloudformation deploy --no-fail-on-empty-changeset --template-file <template>"
                  + stack(facts)));
    }

    // Another update fails the same.
    @Override
    public Verification check(Facts facts) {
      return new Verification.Probe(
          "aws cloudformation describe-stacks" + stack(facts) + " --query 'Stacks[].StackStatus'",
          "it says UPDATE_COMPLETE or CREATE_COMPLETE");
    }
  },
  /** A stack whose creation failed: it is there in name alone and can only be deleted. */
  ROLLED_BACK {
    @Override
    public boolean isOf(Facts facts) {
      return isStack(facts) && facts.seen(ResourceClue.ROLLED_BACK);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command("see first why its creation failed", events(facts, "CREATE_FAILED")),
          Fix.askAdministrator(
              "delete it, then create it anew: nothing of it is in use",
              "aws cloudformation delete-stack" + stack(facts)));
    }

    @Override
    public Verification check(Facts facts) {
      return new Verification.Probe(
          "aws cloudformation describe-stacks" + stack(facts) + " --query 'Stacks[].StackStatus'",
          "once it is created anew, it says CREATE_COMPLETE");
    }
  },
  /** A stack whose way back failed: it is ended once what hindered it is put right. */
  STUCK {
    @Override
    public boolean isOf(Facts facts) {
      return isStack(facts) && facts.seen(ResourceClue.UPDATE_ROLLBACK_FAILED);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see first what the way back failed at, and put that right",
              events(facts, "UPDATE_FAILED")),
          Fix.askAdministrator(
              "go on with the way back: waiting does not end this state",
              "aws cloudformation continue-update-rollback" + stack(facts)));
    }
  },
  /** A stack that is being changed or could not be. */
  STACK {
    @Override
    public boolean isOf(Facts facts) {
      return isStack(facts);
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      List<Fix> fixes = new ArrayList<>();
      fixes.add(
          Fix.command(
              "look at its state", "aws cloudformation describe-stack-events" + stack(facts)));
      fixes.addAll(State.waiting(facts, Optional.of("DescribeStacks")));
      return fixes;
    }
  };

  private static boolean isStack(Facts facts) {
    return facts.call().service().equals("cloudformation");
  }

  /** The options that name the stack and its Region. */
  private static String stack(Facts facts) {
    return " --stack-name " + facts.argument("StackName", "<stack>") + State.region(facts);
  }

  /** The command that shows the stack's resources that came into a state, and why. */
  private static String events(Facts facts, String status) {
    return "aws cloudformation describe-stack-events"
        + stack(facts)
        + " --query \"StackEvents[?ResourceStatus=='"
        + status
        + "'].[LogicalResourceId,ResourceStatusReason]\"";
  }
}
