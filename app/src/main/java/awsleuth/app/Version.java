package awsleuth.app;

/** The version of awsleuth. */
final class Version {

  static final String TEXT = "0.1.0";

  private Version() {}
}
