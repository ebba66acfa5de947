package awsleuth.core.evidence;

/**
 * One setting of a section in {@code ~/.aws/config} or {@code ~/.aws/credentials}.
 *
 * @param file which of the two files it is in
 * @param section the section's header as written between the brackets, such as {@code profile dev},
 *     {@code default}, {@code sso-session corp}
 * @param profile the profile that botocore takes the section for; empty where it takes it for none
 * @param key the setting's name; empty for the section header itself
 * @param value the value; a secret is only a fingerprint
 * @param shape what the value looks like
 * @param source where it stands
 */
public record ProfileSetting(
    File file,
    String section,
    String profile,
    String key,
    String value,
    EnvironmentVariable.Shape shape,
    Source source)
    implements Evidence {

  /** The file that a setting stands in. */
  public enum File {
    /** {@code ~/.aws/config} or what AWS_CONFIG_FILE names. */
    CONFIG,
    /** {@code ~/.aws/credentials} or what AWS_SHARED_CREDENTIALS_FILE names. */
    CREDENTIALS
  }
}
