package awsleuth.collect.credentials;

import awsleuth.boto.config.Proxies;
import awsleuth.boto.credentials.Answer;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Outside;
import awsleuth.collect.wire.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** This machine: its files, and what the endpoints and programs that boto3 asks say. */
public final class LiveOutside implements Outside {

  private static final long BETWEEN = 1000;

  private final Outside local;
  private final Map<String, String> environment;
  private final LiveServices services;
  private final BiFunction<List<String>, Map<String, String>, ProgramRun> programs;
  private final Map<Ask, Answer> answers = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * Asks once what it is asked for.
   *
   * @param local its files
   * @param environment the variables, which programs get too
   */
  public LiveOutside(Outside local, Map<String, String> environment, LiveServices services) {
    this(local, environment, services, ProgramRun::of);
  }

  /** The same; programs are run by others, who may end them sooner. */
  public LiveOutside(
      Outside local, Map<String, String> environment, LiveServices services, Programs programs) {
    this(local, environment, services, programs::run);
  }

  private LiveOutside(
      Outside local,
      Map<String, String> environment,
      LiveServices services,
      BiFunction<List<String>, Map<String, String>, ProgramRun> programs) {
    this.local = local;
    this.environment = environment;
    this.services = services;
    this.programs = programs;
  }

  @Override
  public Content file(String path) {
    return local.file(path);
  }

  /** Each is asked once. */
  @Override
  public Answer ask(Ask ask) {
    Answer known = answers.get(ask);
    if (known != null) {
      return known;
    }
    Answer answer =
        switch (ask) {
          case Ask.Program program -> run(program);
          case Ask.Http http -> http(http);
          case Ask.Sts sts -> told(sts, services.assume(sts));
        };
    answers.put(ask, answer);
    return answer;
  }

  /** What was asked already; nothing more is. */
  public Outside recorded() {
    return new Outside() {
      @Override
      public Content file(String path) {
        return local.file(path);
      }

      @Override
      public Answer ask(Ask ask) {
        return answers.getOrDefault(ask, new Answer.None());
      }
    };
  }

  private Answer run(Ask.Program program) {
    ProgramRun run = programs.apply(program.command(), environment);
    lines.add(program.words() + ": " + run.words());
    return run.answer();
  }

  private Answer http(Ask.Http ask) {
    if (!ask.sent().service().isEmpty()) {
      return told(ask, services.send(ask));
    }
    HttpExchange last = exchange(ask);
    for (int i = 1; i < ask.sent().attempts() && !isGood(last.answer()); i++) {
      pause();
      last = exchange(ask);
    }
    return told(ask, last);
  }

  private HttpExchange exchange(Ask.Http ask) {
    Ask.Sent sent = ask.sent();
    Route route =
        sent.proxied() ? services.route() : new Route(Proxies.NONE, services.route().trust());
    return HttpExchange.of(ask.method(), ask.url(), sent.headers(), "", sent.timeout(), route);
  }

  private static boolean isGood(Answer answer) {
    return answer instanceof Answer.Response response && response.status() == 200;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer told(Ask ask, HttpExchange exchange) {
    lines.add(ask.words() + ": " + exchange.words());
    return exchange.answer();
  }

  /** What was asked and what came of it, one line each. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** The texts of all answers, so that secrets in them are known. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Answer answer : answers.values()) {
      switch (answer) {
        case Answer.Response response -> texts.add(asLines(response.text()));
        case Answer.Ended ended -> {
          texts.add(ended.output());
          texts.add(ended.errors());
        }
        case Answer.None _, Answer.Refused _, Answer.Closed _, Answer.NoProgram _ -> {}
      }
    }
    return texts;
  }

  /** Elements of XML as {@code name=value}; other texts as they are. */
  private static String asLines(String text) {
    return text.replaceAll("<([A-Za-z]{1,40})>([^<>]*)</", "\n$1=$2\n<");
  }
}
