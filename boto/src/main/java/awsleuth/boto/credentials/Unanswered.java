package awsleuth.boto.credentials;

/** What botocore would do next depends on an answer that is not there. */
final class Unanswered extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Ask ask;

  Unanswered(Ask ask) {
    super("not asked", null, false, false);
    this.ask = ask;
  }

  Ask ask() {
    return ask;
  }
}
