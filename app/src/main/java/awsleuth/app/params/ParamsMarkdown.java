package awsleuth.app.params;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Review;

/** A review of parameters as Markdown, to paste into a ticket. */
final class ParamsMarkdown {

  private ParamsMarkdown() {}

  static String of(ParamsCall call, Review review) {
    ParamsView view = new ParamsView(call, review);
    StringBuilder out = new StringBuilder();
    out.append("## ").append(view.summary()).append("\n\n");
    if (!view.says().isEmpty()) {
      block(out, "", String.join("\n", view.says()));
    }
    for (GivenCall.Refusal r : call.given().refusals()) {
      if (!r.meant().isEmpty()) {
        out.append("- ").append(code(r.text())).append(": ").append(r.meant()).append('\n');
      }
    }
    call.given().inferred().forEach(i -> out.append("- read: ").append(i).append('\n'));
    for (Advice a : review.advice()) {
      out.append("- ").append(ParamsView.label(a.kind())).append(": ");
      out.append(code(a.place().path())).append(" ").append(a.text()).append('\n');
    }
    for (GivenCall.Unread u : call.given().unread()) {
      out.append("- not read: ")
          .append(code(u.name()))
          .append(" ")
          .append(view.why(u))
          .append('\n');
    }
    if (!view.fix().isEmpty()) {
      out.append("\nFix (").append(view.applicability()).append("):\n\n");
      String language = call.form().equals("cli") ? "sh" : call.form();
      block(out, language, view.fix());
    }
    return view.masked(out.toString());
  }

  private static String code(String text) {
    return "`" + text.replace('`', '\'').replace('\n', ' ') + "`";
  }

  private static void block(StringBuilder out, String language, String text) {
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    out.append(fence).append(language).append('\n').append(text).append('\n');
    out.append(fence).append("\n\n");
  }
}
