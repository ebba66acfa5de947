package awsleuth.boto.credentials;

import awsleuth.boto.config.Place;
import java.util.Optional;

/**
 * Something that boto3 does not take as its author means it.
 *
 * @param weight how much it matters
 * @param words what is so, lower case, no values of the file in it
 * @param place where; empty where it is not of a file
 * @param correction what puts it right; empty where that is not certain
 */
public record Remark(
    Weight weight, String words, Optional<Place> place, Optional<Correction> correction) {

  /** How much it matters. */
  public enum Weight {
    /** boto3 does something else than is meant. */
    WRONG,
    /** It works, but is easily taken for something else. */
    NOTE
  }

  static Remark wrong(String words, Place place) {
    return new Remark(Weight.WRONG, words, Optional.of(place), Optional.empty());
  }

  static Remark wrong(String words, Place place, Correction correction) {
    return new Remark(Weight.WRONG, words, Optional.of(place), Optional.of(correction));
  }

  static Remark note(String words, Place place) {
    return new Remark(Weight.NOTE, words, Optional.of(place), Optional.empty());
  }
}
