package awsleuth.aws;

/**
 * A key of the request context that conditions can name.
 *
 * @param name as AWS spells it; of a key with a free part its form, such as {@code
 *     aws:ResourceTag/${TagKey}} or {@code s3:ExistingObjectTag/<key>}
 * @param type the type of its values
 * @param multivalued whether a request can have several values of it, so that set operators apply
 * @param presence when a request has it
 */
public record ConditionKey(String name, Type type, boolean multivalued, KeyPresence presence) {

  /** The type of a value, which decides the operators that fit. */
  public enum Type {
    /** Any text. */
    STRING,
    /** An ARN. */
    ARN,
    /** {@code true} or {@code false}. */
    BOOL,
    /** A number. */
    NUMERIC,
    /** A date of ISO 8601 or seconds since 1970. */
    DATE,
    /** An address of IPv4 or IPv6. */
    IP_ADDRESS,
    /** Not documented. */
    UNKNOWN
  }

  /** Whether that is its name, the free part filled in or not; case does not count. */
  public boolean isNamed(String key) {
    return name.equalsIgnoreCase(key)
        || (hasFreePart() && Wildcards.match(Wildcards.ofTemplate(template()), key));
  }

  /** Whether a part of its name is free, as of {@code aws:RequestTag/${TagKey}}. */
  public boolean hasFreePart() {
    String template = template();
    return template.indexOf("${") >= 0 || template.indexOf('<') >= 0;
  }

  /**
   * The name with its free part marked. Of some keys for tags AWS lists an example, {@code
   * secretsmanager:ResourceTag/tag-key}, or nothing behind the slash, {@code
   * sagemaker:ResourceTag/}.
   */
  private String template() {
    if (name.endsWith("/tag-key")) {
      return name.substring(0, name.length() - "tag-key".length()) + "${TagKey}";
    }
    return name.endsWith(":ResourceTag/") ? name + "${TagKey}" : name;
  }
}
