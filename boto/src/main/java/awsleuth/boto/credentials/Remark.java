package awsleuth.boto.credentials;

import awsleuth.boto.config.Place;
import java.util.Optional;

/**
 * Something that boto3 does not take as its author means it.
 *
 * @param weight how much it matters
 * @param words what is so, lower case, no values of the file in it
 * @param place where; empty where it is not of a file
 */
public record Remark(Weight weight, String words, Optional<Place> place) {

  /** How much it matters. */
  public enum Weight {
    /** boto3 does something else than is meant. */
    WRONG,
    /** It works, but is easily taken for something else. */
    NOTE
  }

  static Remark wrong(String words, Place place) {
    return new Remark(Weight.WRONG, words, Optional.of(place));
  }

  static Remark note(String words, Place place) {
    return new Remark(Weight.NOTE, words, Optional.of(place));
  }
}
