package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import java.util.List;

/** What EC2, Lambda and the services that start instances or tasks refuse, with the remedy. */
enum ComputeAnswer implements StandardAnswer {
  /** EC2 API reference: what a dry run ends in that would have succeeded. */
  DRY_RUN("request would have succeeded, but dryrun flag is set") {
    @Override
    public String summary() {
      return "nothing is refused: it is a dry run, and the call would succeed";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(Fix.codeEdit("make the call in earnest", Calls.call(facts, "DryRun=False")));
    }
  },
  UNZIPPED_SIZE("unzipped size must be smaller than") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command("see what makes it large", "du -sh -- * | sort -h | tail"),
          Fix.askAdministrator(
              "deploy it as a container image, which may have 10 GB; layers count into the 250 MB",
              "aws lambda create-function --package-type Image --code ImageUri=<image URI>"
                  + " --function-name <function> --role <role ARN>"));
    }
  },
  /** Amazon EC2 Auto Scaling user guide, "Auto Scaling launch configurations". */
  LAUNCH_TEMPLATE("use launch templates", "launch configuration creation operation is not") {
    @Override
    public String summary() {
      return "accounts of today make no launch configurations, but launch templates";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "make a launch template instead, and name it in the group (Terraform:"
                  + " aws_launch_template)",
              "aws ec2 create-launch-template --launch-template-name <name>"
                  + " --launch-template-data file://<template>.json"));
    }
  },
  /** EC2 API reference, "Unsupported": the type is not offered in that zone. */
  NOT_OFFERED("requested configuration is currently not supported") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see in which zones the instance type is offered, and launch it there",
              "aws ec2 describe-instance-type-offerings --location-type availability-zone"
                  + " --filters Name=instance-type,Values=<type>"
                  + " --query 'InstanceTypeOfferings[].Location'"));
    }
  },
  /** EC2 user guide, "IAM roles for Amazon EC2": EC2 takes some seconds to see a new profile. */
  INSTANCE_PROFILE("invalid iam instance profile", "invalid iaminstanceprofile") {
    @Override
    public String summary() {
      return "EC2 knows no such instance profile, or does not know it yet";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which instance profiles there are: a role's name is not always its profile's",
              "aws iam list-instance-profiles --query 'InstanceProfiles[].InstanceProfileName'"),
          Fix.codeEdit(
              "where it was made moments before, wait for it, and try again for some 30 seconds",
              "iam.get_waiter(\"instance_profile_exists\").wait(InstanceProfileName=<name>)"));
    }
  },
  EMR_PROFILE("invalid instanceprofile") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.askAdministrator(
              "create the default roles of EMR and their instance profile, once for each account",
              "aws emr create-default-roles"));
    }
  },
  /** Amazon ECS developer guide, "Amazon ECS launch types": EC2 is what RunTask takes by itself. */
  NO_INSTANCES("no container instances were found in your cluster") {
    @Override
    public String summary() {
      return "the cluster has no instances of its own to run the task on";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "run it on Fargate, where the task definition allows that",
              Calls.call(facts, "launchType=\"FARGATE\", networkConfiguration=<subnets>")),
          Fix.command(
              "or see which instances have registered with the cluster",
              "aws ecs list-container-instances --cluster "
                  + facts.argument("cluster", "<cluster>")));
    }
  };

  private final List<String> phrases;

  ComputeAnswer(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
