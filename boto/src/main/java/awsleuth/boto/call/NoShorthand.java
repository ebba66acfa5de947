package awsleuth.boto.call;

import java.util.function.Supplier;

/** A text that is no shorthand, with what the AWS CLI says of it. */
final class NoShorthand extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Supplier<String> words;

  NoShorthand(Supplier<String> words) {
    super(null, null, false, false);
    this.words = words;
  }

  /** The CLI's words; empty where the text is only deeper than is read. */
  String words() {
    return words.get();
  }
}
