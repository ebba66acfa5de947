package awsleuth.collect.live;

import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What AWS was asked about a failed call, and what it said.
 *
 * @param asked what the questions were about; what none of them was about may be so all the same
 * @param files what was answered: texts by the names of files, in the forms that the AWS CLI prints
 * @param unknown what stays unknown, and why
 */
public record Gathering(
    Set<About> asked, SequencedMap<String, String> files, List<Unknown> unknown) {

  /** What stays unknown where nothing more can be asked. */
  static final String ALL = "all that AWS could tell";

  /** Whether something was asked, and all of it was answered: what no file has is not there. */
  public boolean knows(About about) {
    return asked.contains(about) && unknown.stream().noneMatch(u -> u.about() == about);
  }

  /** What questions are about. */
  public enum About {
    /** Who asks. */
    CALLER,
    /** The encoded authorization message, or the authorization details. */
    MESSAGE,
    /** The policies of the refused principal. */
    PRINCIPAL,
    /** The policy of the resource. */
    RESOURCE,
    /** The tags of the resource. */
    TAGS,
    /** The service control policies of the caller's organization. */
    ORGANIZATION,
    /** Which account manages that organization. */
    MANAGEMENT_ACCOUNT,
    /** The resource control policies of the organization of who owns the resource. */
    OWNERS_ORGANIZATION,
    /** What IAM's simulator decides. */
    SIMULATOR,
    /** CloudTrail's events. */
    TRAIL,
    /** Quotas and use. */
    QUOTAS,
    /** A log group. */
    LOGS
  }

  /**
   * Something that was asked and is not known.
   *
   * @param about what the question was about
   * @param what it would have told, such as {@code the policies of NAME}
   * @param why it is not known
   */
  public record Unknown(About about, String what, String why) {

    /** Both in one line. */
    public String line() {
      return what + ": " + why;
    }
  }
}
