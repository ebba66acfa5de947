package awsleuth.app.input;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * An input that was read.
 *
 * @param name what people call it
 * @param kind what the user says it is; ANY where that is found out
 * @param content what it holds, as far as that explains that nothing was found in it
 * @param fault what keeps it from being read: from being the JSON that it looks like, by place, or
 *     a text; empty where nothing does
 */
public record Looked(String name, Kind kind, Content content, String fault) {

  /** What an input holds. */
  public enum Content {
    TEXT,
    /** Settings, policies or events, of which none is a failed call. */
    EVIDENCE,
    /** What awsleuth wrote of other inputs. */
    DIAGNOSIS,
    /** Nothing but white space. */
    EMPTY,
    /** Bytes that are no text. */
    BINARY
  }

  /** An input that was held as a whole, and what was read of it. */
  static Looked whole(
      String name, Kind kind, byte[] bytes, String text, List<? extends Evidence> evidence) {
    if (!evidence.isEmpty()) {
      String unread = BrokenJson.policy(name, evidence).orElse("");
      return new Looked(name, kind, Content.EVIDENCE, unread);
    }
    Optional<Looked> binary = binary(name, kind, bytes, text);
    return binary.orElseGet(() ->
        new Looked(
            name,
            kind,
            text.isBlank() ? Content.EMPTY : Content.TEXT,
            BrokenJson.fault(name, text)));
  }

  /** A diagnosis, of which nothing is evidence. */
  static Looked diagnosis(String name) {
    return new Looked(name, Kind.ANY, Content.DIAGNOSIS, "");
  }

  /** An input that was read piece by piece, by its beginning and what was found in it. */
  static Looked streamed(String name, byte[] head, List<? extends Evidence> evidence) {
    Optional<Looked> binary =
        evidence.isEmpty() ? binary(name, Kind.ANY, head, Decoding.text(head)) : Optional.empty();
    return binary.orElseGet(() -> new Looked(name, Kind.ANY, Content.TEXT, ""));
  }

  private static Optional<Looked> binary(String name, Kind kind, byte[] bytes, String text) {
    return Binary.said(bytes, text)
        .map(said -> new Looked(name, kind, Content.BINARY, name + ": " + said));
  }

  /** The name, with what is peculiar about the content. */
  public String described() {
    return switch (content) {
      case TEXT -> name;
      case EVIDENCE -> name + " (evidence about calls, none of them failed)";
      case DIAGNOSIS -> name + " (a diagnosis, which is no evidence: `awsleuth verify` reads it)";
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
