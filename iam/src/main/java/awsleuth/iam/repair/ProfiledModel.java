package awsleuth.iam.repair;

import awsleuth.iam.Mismatch;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model of Amazon Bedrock in whichever Region, for a statement that allows an inference profile
 * with it: the profile routes to several Regions, in each of which the model has to be allowed (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html">Amazon
 * Bedrock user guide, "Prerequisites for inference profiles"</a>).
 */
final class ProfiledModel {

  private static final Pattern MODEL =
      Pattern.compile("(arn:[a-z-]+:bedrock:)[a-z0-9-]+(::foundation-model/([^*?$]+))");

  private ProfiledModel() {}

  /** Empty where another resource was asked for, or the statement has no profile with it. */
  static Optional<MeantResource> everywhere(Mismatch.OfResource r) {
    Matcher asked = MODEL.matcher(r.resource());
    return asked.matches()
            && r.resources().values().stream().anyMatch(v -> isProfile(v.value(), asked.group(3)))
        ? Optional.of(meant(asked.group(1) + "*" + asked.group(2)))
        : Optional.empty();
  }

  private static MeantResource meant(String pattern) {
    return new MeantResource(
        "the model in all Regions, as its inference profile routes to several, `" + pattern + "`,",
        pattern,
        true);
  }

  /** Whether an ARN is that of a profile of AWS's own, such as {@code eu.anthropic.…}. */
  private static boolean isProfile(String arn, String model) {
    int at = arn.indexOf(":inference-profile/");
    return at > 0
        && arn.endsWith("." + model)
        && arn.substring(at, arn.length() - model.length())
            .matches(":inference-profile/[a-z-]+\\.");
  }
}
