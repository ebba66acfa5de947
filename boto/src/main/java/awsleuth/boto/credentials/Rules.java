package awsleuth.boto.credentials;

import java.util.List;

/**
 * In what boto3 and the AWS CLI differ.
 *
 * @param profileVariables the variables that choose a profile; the first that is set counts
 * @param regionVariables the variables that set the Region; the first that is set counts
 * @param retryMode the retry mode where none is set
 * @param attempts requests for one call where nothing is set
 */
public record Rules(
    List<String> profileVariables, List<String> regionVariables, String retryMode, int attempts) {

  /**
   * Those of boto3.
   *
   * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/configprovider.py">
   *     configprovider.py</a>
   */
  public static final Rules BOTO3 =
      new Rules(
          List.of("AWS_DEFAULT_PROFILE", "AWS_PROFILE"),
          List.of("AWS_DEFAULT_REGION"),
          "legacy",
          5);

  /**
   * Those of the AWS CLI, version 2.
   *
   * @see <a href="https://github.com/aws/aws-cli/blob/v2/awscli/botocore/configprovider.py">
   *     configprovider.py of the AWS CLI</a>
   */
  public static final Rules CLI =
      new Rules(
          List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE"),
          List.of("AWS_REGION", "AWS_DEFAULT_REGION"),
          "standard",
          3);
}
