package awsleuth.iam.policy;

/**
 * A text of a policy and where it stands.
 *
 * @param value the text without quotes and escapes; a number or boolean as written
 * @param at its place, quotes included
 */
public record Located(String value, Position at) {

  @Override
  public String toString() {
    return value;
  }
}
