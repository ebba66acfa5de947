package awsleuth.lint;

import java.util.List;
import java.util.Locale;

/**
 * What ends a habit.
 *
 * @param applicability how it may be applied
 * @param title what to do; begins with a verb
 * @param code what it looks like then; empty where the title says it all
 * @param edits the changes; empty where the program's author has to make them
 */
public record Fix(Applicability applicability, String title, String code, List<Edit> edits) {

  /** How a fix may be applied. */
  public enum Applicability {
    /** {@code --fix} applies it: the program does the same, or what it was meant to. */
    READY,
    /** It is complete, but the author has to say whether it is meant so. */
    REVIEW,
    /** It has placeholders. */
    TEMPLATE;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One that is safe to apply. */
  public static Fix ready(String title, List<Edit> edits) {
    return new Fix(Applicability.READY, title, "", List.copyOf(edits));
  }

  /** One that the author has to apply. */
  public static Fix review(String title, String code) {
    return new Fix(Applicability.REVIEW, title, code, List.of());
  }

  /** One with placeholders. */
  public static Fix template(String title, String code) {
    return new Fix(Applicability.TEMPLATE, title, code, List.of());
  }
}
