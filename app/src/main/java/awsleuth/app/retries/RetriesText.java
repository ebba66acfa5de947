package awsleuth.app.retries;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Screen;
import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.Outlook;
import awsleuth.boto.retry.Repeated;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetryQuota;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.load.Advice;
import awsleuth.boto.retry.load.Load;
import awsleuth.boto.retry.load.LoadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Repetitions as text for people. */
final class RetriesText {

  private static final double YEAR = 365 * 86_400.0;

  /** More requests of one call than these are not advised: they only keep it waiting. */
  private static final int MANY = 10;

  private static final int LABEL = 13;
  private static final int PIPE_WIDTH = 60;

  private final Screen screen;
  private final Layout layout;

  RetriesText(Screen screen) {
    this.screen = screen;
    this.layout = new Layout(screen);
  }

  String render(Retries r) {
    String operation = r.operation().name().isEmpty() ? "" : " " + r.operation().name();
    layout.plain(screen.bold("repetitions of " + r.operation().service() + operation));
    settings(r);
    waits(r);
    repeated(r.repeated());
    if (r.settings().mode() != RetryMode.LEGACY) {
      layout.labelled(
          "  ",
          "quota",
          RetryQuota.CAPACITY
              + " a client; a repetition costs 5 (10 after a timeout), success gives it back;"
              + " used up, nothing is repeated");
    }
    stacked(r);
    r.load().ifPresent(load -> load(r, load));
    r.advice().ifPresentOrElse(this::advice, () -> general(r));
    return layout.toString();
  }

  private void settings(Retries r) {
    RetrySettings s = r.settings();
    layout.labelled("  ", "mode", s.mode().word() + "  from " + s.modeFrom().words());
    String from = s.totalMaxAttempts().isPresent() ? s.attemptsFrom().words() : "the mode";
    layout.labelled(
        "  ",
        "requests",
        "at most "
            + r.requests()
            + " a call, so "
            + (r.requests() - 1)
            + " repetitions  from "
            + from);
  }

  private void waits(Retries r) {
    Outlook o = r.outlook();
    String failing = "with " + words(r.answer()) + " at every attempt";
    if (o.delays().isEmpty()) {
      layout.labelled("  ", "waits", failing + ": none, it fails at once");
      return;
    }
    List<String> delays = new ArrayList<>();
    for (int i = 0; i < Math.min(o.delays().size(), 9); i++) {
      Outlook.Delay d = o.delays().get(i);
      String span =
          d.least() == d.most() ? seconds(d.most()) : seconds(d.least()) + "–" + seconds(d.most());
      delays.add(span);
    }
    String more = o.delays().size() > 9 ? ", …" : "";
    layout.labelled("  ", "waits", failing + ": " + String.join(", ", delays) + more + " s");
    layout.labelled(
        "  ",
        "",
        String.format(
            Locale.ROOT,
            "together %s on average (deviation %s), %s at most, besides the requests, each of"
                + " which may take 60 s to connect and 60 s to answer",
            waited(o.mean()),
            waited(o.deviation()),
            waited(o.longest())));
  }

  private static String words(Answer answer) {
    return switch (answer) {
      case Answer.Response r -> r.code().isEmpty() ? "status " + r.status() : r.code();
      case Answer.Failure f -> f.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private void repeated(Repeated r) {
    layout.labelled(
        "  ",
        "repeated",
        "status " + r.statuses().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    if (!r.codes().isEmpty()) {
      layout.labelled("  ", "", "code " + String.join(", ", r.codes()));
    }
    Map<String, List<String>> byStatus =
        r.pairs().stream()
            .collect(
                Collectors.groupingBy(
                    p -> p.substring(0, p.indexOf(' ')),
                    TreeMap::new,
                    Collectors.mapping(p -> p.substring(p.indexOf(' ') + 1), Collectors.toList())));
    byStatus.forEach((status, codes) ->
        layout.labelled("  ", "", "status " + status + " with " + String.join(", ", codes)));
    if (!r.modeled().isEmpty()) {
      layout.labelled("  ", "", "by the model " + String.join(", ", r.modeled()));
    }
    String transport =
        r.transport().stream().map(RetriesText::words).collect(Collectors.joining(", "));
    layout.labelled("  ", "", "no response: " + transport);
  }

  private void stacked(Retries r) {
    if (r.appRetries() > 0) {
      layout.labelled(
          "  ",
          "stacked",
          "the program's "
              + r.appRetries()
              + " repetitions times botocore's make up to "
              + r.stackedRequests()
              + " requests, "
              + waited((r.appRetries() + 1) * r.outlook().longest())
              + " of waits at most; repeat in one place alone");
    }
  }

  private void load(Retries r, Load load) {
    LoadResult result = r.result().orElseThrow();
    layout.labelled(
        "  ",
        "load",
        String.format(
            Locale.ROOT,
            "%d clients without pause, %s a second let through and %s more at the start, %s s a request,"
                + " %s s, seed %d",
            load.clients(),
            seconds(load.limit()),
            seconds(load.burst()),
            seconds(load.latency()),
            seconds(load.seconds()),
            r.seed()));
    layout.labelled("  ", "", figures(result));
    int width = screen.width() == 0 ? PIPE_WIDTH : screen.width() - LABEL - 8;
    LoadPlot.text(result, width).lines().forEach(l -> layout.plain(" ".repeat(LABEL) + l));
    layout.labelled("  ", "", "a column is a second: █ went through, ░ refused");
  }

  private static String figures(LoadResult result) {
    return String.format(
        Locale.ROOT,
        "%.1f calls a second succeed, %.1f %% of calls fail, %.2f requests a call, slowest %.1f s",
        result.successesPerSecond(),
        100 * result.failedShare(),
        result.requestsPerCall(),
        result.slowest());
  }

  private void advice(Advice advice) {
    layout.labelled("  ", "tried", "mode, requests at most, and what became of the load");
    layout.plain(" ".repeat(26) + "fail  refused  requests a call  slowest");
    for (Advice.Trial t : advice.trials()) {
      String line =
          String.format(
              Locale.ROOT,
              "%-8s %2d  %5.1f %%  %5.1f %%  %15.2f  %5.1f s",
              t.settings().mode().word(),
              t.attempts(),
              100 * t.result().failedShare(),
              100 * t.result().refusedShare(),
              t.result().requestsPerCall(),
              t.result().slowest());
      layout.labelledPaste("  ", "", line);
    }
    for (RetryMode mode : RetryMode.values()) {
      if (advice.moreIsWorse(mode)) {
        layout.labelled(
            "  ",
            "worse",
            "more attempts in mode "
                + mode.word()
                + " only get more requests refused: no more calls succeed");
      }
    }
    Advice.Trial best = advice.best();
    layout.labelled(
        "  ",
        "advised",
        "mode "
            + best.settings().mode().word()
            + ", "
            + best.attempts()
            + " requests at most: "
            + figures(best.result()));
    if (best.result().failedShare() > 0.01) {
      layout.labelled(
          "  ", "", "no setting saves this load: fewer clients at a time, or a higher quota");
    }
    settingLines(best.settings().mode(), best.attempts());
  }

  private void general(Retries r) {
    if (r.settings().mode() == RetryMode.LEGACY) {
      layout.labelled(
          "  ",
          "advised",
          "mode standard: it repeats every throttling code whatever its status, and all failures"
              + " of the connection, and waits 20 s at most where legacy doubles without end");
      settingLines(RetryMode.STANDARD, Math.clamp(r.requests(), 5, MANY));
    }
  }

  private void settingLines(RetryMode mode, int attempts) {
    layout.labelledPaste(
        "  ",
        "code",
        "Config(retries={\"mode\": \""
            + mode.word()
            + "\", \"total_max_attempts\": "
            + attempts
            + "})");
    layout.labelledPaste(
        "  ", "profile", "retry_mode = " + mode.word() + "\nmax_attempts = " + attempts);
    layout.labelledPaste(
        "  ", "shell", "export AWS_RETRY_MODE=" + mode.word() + " AWS_MAX_ATTEMPTS=" + attempts);
  }

  private static String waited(double seconds) {
    return seconds > YEAR ? "over a year" : seconds(seconds) + " s";
  }

  private static String seconds(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
