package awsleuth.boto.params;

/**
 * What botocore does not say of a parameter.
 *
 * @param place which
 * @param kind what sort of thing it is
 * @param text in words, without a final period
 */
public record Advice(Place place, Kind kind, String text) {

  /** What sort of thing it is. */
  public enum Kind {
    /** The corrected parameters have it otherwise. */
    CHANGED,
    /** The corrected parameters have it as the nearest of several; one of them is to be chosen. */
    CHOSEN,
    /** Something else may be meant; nothing is changed. */
    MEANT,
    /** botocore lets it pass, the model says that the service will not. */
    REFUSED_BY_SERVICE,
    /** It is sent, but perhaps not as it is meant. */
    SENT_OTHERWISE
  }
}
