package awsleuth.iam.match;

/** Whether a value of a request equals, or stands as wanted to, one value of a condition. */
interface ValueTest {

  /** Unknown only where a policy variable in the condition's value is. */
  Truth matches(Actual actual, View view);
}
