package awsleuth.app;

/** What is done to a rendering before it leaves: nothing, or account ids and names replaced. */
interface Redaction {

  /** Leaves text as it is. */
  Redaction NONE = text -> text;

  String apply(String text);
}
