package awsleuth.boto.endpoint;

/** Times as a URL has them. */
final class Timestamps {

  private Timestamps() {}

  static String text(Object value, String format) {
    return Python.str(value);
  }
}
