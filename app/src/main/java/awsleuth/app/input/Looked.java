package awsleuth.app.input;

import awsleuth.core.Artifact.Kind;

/**
 * An input that was read.
 *
 * @param name what people call it
 * @param kind what the user says it is; ANY where that is found out
 * @param content what it holds, as far as that explains that nothing was found in it
 * @param fault what keeps it from being the JSON that it looks like, by place; empty where nothing
 *     does
 */
public record Looked(String name, Kind kind, Content content, String fault) {

  /** What an input holds. */
  public enum Content {
    TEXT,
    /** Settings, policies or events, of which none is a failed call. */
    EVIDENCE,
    /** Nothing but white space. */
    EMPTY,
    /** Bytes that are no text. */
    BINARY
  }

  /** The name, with what is peculiar about the content. */
  public String described() {
    return switch (content) {
      case TEXT -> name;
      case EVIDENCE -> name + " (evidence about calls, none of them failed)";
      case EMPTY -> name + " (empty)";
      case BINARY -> name + " (not text)";
    };
  }

  /** Whether it has to be evidence of one kind, and nothing else will do. */
  boolean isOfKind() {
    return kind != Kind.ANY && kind != Kind.TRACEBACK;
  }

  /** Whether the fault was told when the input was read. */
  public boolean isFaultTold() {
    return content == Content.EVIDENCE || isOfKind();
  }

  /** What citations call it: {@code -} for standard input. */
  public String artifact() {
    return name.equals(Inputs.SHOWN_STANDARD_INPUT) ? Inputs.STANDARD_INPUT : name;
  }

  /** The same without names that are not to be shared. */
  public Looked redacted(Redaction redaction) {
    return new Looked(redaction.apply(name), kind, content, redaction.apply(fault));
  }
}
