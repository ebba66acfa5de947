package awsleuth.boto.call;

/** A text that is no shorthand, with what the AWS CLI says of it. */
final class NoShorthand extends Exception {

  private static final long serialVersionUID = 1;

  private final String words;

  NoShorthand(String words) {
    super(words, null, false, false);
    this.words = words;
  }

  /** The CLI's words; empty where the text is only deeper than is read. */
  String words() {
    return words;
  }
}
