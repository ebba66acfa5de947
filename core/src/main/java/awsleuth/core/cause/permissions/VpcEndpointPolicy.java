package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;

/** The VPC endpoint's policy denies or does not allow the action. */
final class VpcEndpointPolicy implements Cause {

  @Override
  public String id() {
    return "permissions/vpc-endpoint-policy";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    return Layers.examine(
        facts,
        Reason.ENDPOINT,
        PolicyDocument.Type.VPC_ENDPOINT,
        "who owns the VPC endpoint",
        "aws ec2 describe-vpc-endpoints --query VpcEndpoints[].[VpcEndpointId,PolicyDocument]");
  }
}
