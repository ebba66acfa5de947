package awsleuth.app.endpoint;

import awsleuth.app.terminal.Backticks;
import awsleuth.app.terminal.Markdown;
import awsleuth.app.terminal.Printable;
import awsleuth.boto.endpoint.Advice;
import awsleuth.boto.endpoint.Client;
import awsleuth.boto.endpoint.RuleInput;
import awsleuth.boto.endpoint.Trace;

/** An endpoint as Markdown, to paste into a ticket. */
final class EndpointMarkdown {

  private final StringBuilder out = new StringBuilder();

  private EndpointMarkdown() {}

  static String render(Endpointed e) {
    EndpointMarkdown view = new EndpointMarkdown();
    view.line("## Endpoint of " + Backticks.span(e.service()) + operation(e));
    view.line("");
    e.raised()
        .ifPresent(r ->
            view.line("- raises " + Backticks.span(r.exception() + ": " + e.shown(r.message()))));
    e.url().ifPresent(u -> view.line("- URL " + Backticks.span(e.shown(u))));
    e.open().ifPresent(o -> view.line("- " + Markdown.text(o)));
    e.signing().ifPresent(s -> view.line("- signed " + EndpointText.signed(s)));
    for (Advice advice : e.advice()) {
      view.line(
          "- " + (advice.isFault() ? "**wrong**: " : "") + Markdown.text(e.shown(advice.words())));
    }
    view.line("");
    view.line("| setting | value | from |");
    view.line("|---|---|---|");
    for (Client.Decision d : e.settings()) {
      view.row(d.setting().words(), e.shown(d.found().value()), d.found().origin().words());
    }
    for (RuleInput input : e.inputs()) {
      view.row(input.name(), e.shown(input.value()), Endpointed.source(input.source()));
    }
    view.line("");
    for (Trace.Step step : e.trace().decisive()) {
      view.line("- rule " + step.number() + ": " + conditions(step));
    }
    return view.out.toString();
  }

  private static String operation(Endpointed e) {
    return e.operation().isEmpty() ? "" : " for " + Backticks.span(e.operation());
  }

  private static String conditions(Trace.Step step) {
    return step.conditions().isEmpty()
        ? "otherwise"
        : String.join(
            ", ",
            step.conditions().stream().map(c -> Backticks.span(c.call().toString())).toList());
  }

  private void row(String name, String value, String from) {
    line(
        "| "
            + cell(name)
            + " | "
            + Markdown.cell(Backticks.span(value))
            + " | "
            + cell(from)
            + " |");
  }

  private static String cell(String text) {
    return Markdown.cell(Markdown.text(text));
  }

  private void line(String line) {
    out.append(Printable.line(line)).append('\n');
  }
}
