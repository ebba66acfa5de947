package awsleuth.core.cause;

import awsleuth.iam.repair.Proof;
import java.util.Optional;

/** Something to do about a cause. awsleuth proposes it and never applies it by itself. */
public sealed interface Fix {

  /** One sentence that starts with a verb, without a final period. */
  String title();

  /** What can be pasted: a command, a setting, a policy statement, code, or a request in words. */
  String text();

  /** Whether it can be used as it is. */
  Applicability applicability();

  /** What deciding requests before and after it shows; empty where none was decided. */
  default Optional<Proof> proof() {
    return Optional.empty();
  }

  /**
   * The same with what deciding requests before and after it shows; what somebody else is asked for
   * stays as it is.
   */
  default Fix proven(Proof shown) {
    Optional<Proof> proof = Optional.of(shown);
    return switch (this) {
      case Command c -> new Command(c.title, c.text, c.applicability, proof);
      case Setting s -> new Setting(s.title, s.text, s.applicability, proof);
      case PolicyEdit p -> new PolicyEdit(p.title, p.text, p.applicability, proof);
      case CodeEdit c -> new CodeEdit(c.title, c.text, c.applicability, proof);
      case AskAdministrator a -> a;
    };
  }

  /** A command for the shell. */
  record Command(String title, String text, Applicability applicability, Optional<Proof> proof)
      implements Fix {

    /** A secret that was left out is a placeholder. */
    public Command {
      applicability = Pasted.isWhole(text) ? applicability : Applicability.TEMPLATE;
      text = Pasted.of(text);
    }

    /** One of which no request was decided. */
    public Command(String title, String text, Applicability applicability) {
      this(title, text, applicability, Optional.empty());
    }
  }

  /** A setting in a file or the environment; the text shows the file's lines. */
  record Setting(String title, String text, Applicability applicability, Optional<Proof> proof)
      implements Fix {

    /** A secret that was left out is a placeholder. */
    public Setting {
      applicability = Pasted.isWhole(text) ? applicability : Applicability.TEMPLATE;
      text = Pasted.of(text);
    }

    /** One of which no request was decided. */
    public Setting(String title, String text, Applicability applicability) {
      this(title, text, applicability, Optional.empty());
    }
  }

  /**
   * A change of a policy; the text is a statement in JSON, or a diff of the policy.
   *
   * @param proof what deciding requests before and after shows; empty where none was decided
   */
  record PolicyEdit(String title, String text, Applicability applicability, Optional<Proof> proof)
      implements Fix {}

  /** A change of the program; the text is Python unless it says otherwise. */
  record CodeEdit(String title, String text, Applicability applicability, Optional<Proof> proof)
      implements Fix {

    /** A secret that was left out is a placeholder. */
    public CodeEdit {
      applicability = Pasted.isWhole(text) ? applicability : Applicability.TEMPLATE;
      text = Pasted.of(text);
    }

    /** One of which no request was decided. */
    public CodeEdit(String title, String text, Applicability applicability) {
      this(title, text, applicability, Optional.empty());
    }
  }

  /** Something that only somebody else may do; the text can be sent to them. */
  record AskAdministrator(String title, String text, Applicability applicability) implements Fix {}

  /** Whether a fix can be used as it is. */
  enum Applicability {
    /** Complete and without effect on permissions or shared state. */
    READY,
    /** Complete, but changes permissions or shared state: read it first. */
    REVIEW,
    /** Has {@code <placeholders>} to fill in. */
    TEMPLATE
  }

  /** READY, or TEMPLATE where the text has a {@code <placeholder>}. */
  static Applicability readyOrTemplate(String text) {
    return hasPlaceholder(text) ? Applicability.TEMPLATE : Applicability.READY;
  }

  /** REVIEW, or TEMPLATE where the text has a {@code <placeholder>}. */
  static Applicability reviewOrTemplate(String text) {
    return hasPlaceholder(text) ? Applicability.TEMPLATE : Applicability.REVIEW;
  }

  private static boolean hasPlaceholder(String text) {
    int open = text.indexOf('<');
    return open >= 0 && text.indexOf('>', open) > open;
  }

  /** A command; READY unless it has a placeholder. */
  static Fix command(String title, String command) {
    return new Command(title, command, readyOrTemplate(command));
  }

  /** A setting; READY unless it has a placeholder. */
  static Fix setting(String title, String lines) {
    return new Setting(title, lines, readyOrTemplate(lines));
  }

  /** A change of a policy; REVIEW unless it has a placeholder. */
  static Fix policyEdit(String title, String statement) {
    return new PolicyEdit(title, statement, reviewOrTemplate(statement), Optional.empty());
  }

  /** A change of the program; READY unless it has a placeholder. */
  static Fix codeEdit(String title, String code) {
    return new CodeEdit(title, code, readyOrTemplate(code));
  }

  /** Something for somebody else to do. */
  static Fix askAdministrator(String title, String request) {
    return new AskAdministrator(title, request, reviewOrTemplate(request));
  }
}
