package awsleuth.core.cause.resource;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Optional;

/**
 * What is another account's, as EC2 says under the code AuthFailure (EC2 API reference, "Error
 * codes"): an address, or an image that its owner did not share, or does no more (EC2 user guide,
 * "Share an AMI with specific AWS accounts").
 */
final class OfOthers {

  private OfOthers() {}

  static Outcome examine(Facts facts) {
    Optional<String> image = Mentioned.id(facts, "ami-");
    return Outcome.confirmed(
        new Finding(
            image.isPresent()
                ? "the image is not shared with this account"
                : "it belongs to another account",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            image.map(i -> share(Literal.shell(i))).orElseGet(OfOthers::look),
            Codes.rerun(facts, "the call succeeds")));
  }

  private static List<Fix> share(String image) {
    return List.of(
        Fix.askAdministrator(
            "ask the owner of the image to share it",
            "aws ec2 modify-image-attribute --image-id "
                + image
                + " --launch-permission 'Add=[{UserId=<account>}]'"),
        Fix.command("see whether the account has a copy", "aws ec2 describe-images --owners self"));
  }

  private static List<Fix> look() {
    return List.of(
        Fix.command(
            "see in which account and Region the call was made",
            "aws sts get-caller-identity; aws configure get region"));
  }
}
