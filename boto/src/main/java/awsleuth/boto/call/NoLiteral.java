package awsleuth.boto.call;

/** Something in Python source is no literal. */
final class NoLiteral extends Exception {

  private static final long serialVersionUID = 1;

  private final transient PythonLexer.Token token;

  NoLiteral(PythonLexer.Token token, String why) {
    super(why, null, false, false);
    this.token = token;
  }

  PythonLexer.Token token() {
    return token;
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
