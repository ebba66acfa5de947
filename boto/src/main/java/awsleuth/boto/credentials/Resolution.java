package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.config.Found;
import java.util.List;
import java.util.Optional;

/**
 * What boto3 does about credentials and the Region.
 *
 * @param refused what {@code boto3.Session()} raises; empty where it opens
 * @param fault what is wrong with the file that it cannot read; quotes the file; empty where none
 * @param notes why it raises
 * @param profile the profile that is chosen; empty where none is
 * @param region the Region
 * @param outcome what {@code get_credentials()} gives; {@code Nothing} where the session is refused
 * @param frozen what the first call is signed with
 * @param expiry when the credentials end, as their giver writes it; empty where they do not or it
 *     is not known
 * @param putOff that botocore takes a later end; empty where it takes that one
 * @param steps the providers in their order
 */
public record Resolution(
    Optional<Raised> refused,
    Optional<Raised> fault,
    List<Note> notes,
    Optional<Found<String>> profile,
    RegionOutcome region,
    Outcome outcome,
    Frozen frozen,
    Optional<String> expiry,
    Optional<PutOff> putOff,
    List<Step> steps) {

  /** The name of the profile that providers look into. */
  public String profileName() {
    return profile.map(Found::value).filter(p -> !p.isEmpty()).orElse("default");
  }

  /** The message of an exception without what it may quote of files, answers and programs. */
  public static String message(Raised raised) {
    return Quoting.without(raised);
  }
}
