package awsleuth.app.diagnose;

import awsleuth.app.terminal.Screen;

/** A form that a diagnosis is shown in. */
public enum View {
  TEXT,
  JSON,
  MARKDOWN;

  /** The diagnosis in this form, ending with a line break. */
  public String render(Diagnosed diagnosed, boolean all, Screen screen) {
    return switch (this) {
      case TEXT -> new TextView(all, screen).render(diagnosed);
      case JSON -> JsonView.document(diagnosed, all);
      case MARKDOWN -> new MarkdownView(all).render(diagnosed);
    };
  }
}
