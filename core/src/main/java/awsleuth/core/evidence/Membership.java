package awsleuth.core.evidence;

import java.util.List;

/**
 * Which users are in a group, or which groups a user is in: what {@code aws iam get-group}, {@code
 * aws iam list-groups-for-user}, an export of the account or a manifest says.
 *
 * @param of whether users of a group are listed or groups of a user
 * @param named the group or user by ARN; a user may be named without one; empty where the text does
 *     not say whose groups it lists
 * @param listed the users or groups by ARN
 * @param whole whether these are all
 * @param source where the list begins
 */
public record Membership(Of of, String named, List<String> listed, boolean whole, Source source)
    implements Evidence {

  /** What is listed. */
  public enum Of {
    /** The users in a group. */
    GROUP,
    /** The groups of a user. */
    USER
  }
}
