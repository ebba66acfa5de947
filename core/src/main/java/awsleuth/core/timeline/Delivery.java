package awsleuth.core.timeline;

import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;

/**
 * How late CloudTrail delivers: about five minutes after the call on average, which AWS does not
 * guarantee; until 2023 it named fifteen.
 */
final class Delivery {

  private static final String PAGE =
      "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html";

  static final Citation NOTE =
      new Citation(
          "CloudTrail delivers an event some 5 to 15 minutes after the call, without a guarantee:"
              + " a call that is not here may not have been delivered when the trail was read;"
              + " its times are UTC",
          new Source(PAGE, 0));

  private Delivery() {}
}
