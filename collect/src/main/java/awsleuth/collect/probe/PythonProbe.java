package awsleuth.collect.probe;

import awsleuth.boto.config.Proxies;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Answer;
import awsleuth.collect.credentials.ProgramRun;
import awsleuth.collect.credentials.Programs;
import awsleuth.collect.wire.BotoTrust;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The python of the PATH and what stands below boto3 there.
 *
 * @param result what is to say of it
 * @param bundle the CA bundle that botocore has of itself; empty where it is not known
 */
public record PythonProbe(Result result, Optional<String> bundle) {

  private static final int LONGEST = 20_000;
  private static final long PATIENCE = 20;

  /**
   * The proxies and the certificates of a session, which are those of the python where no setting
   * names others. It is asked when a certificate is to be judged.
   */
  public static Route route(Session session) {
    return new Route(
        new Proxies(session.environment()),
        new BotoTrust(session, () -> of(session.environment(), PATIENCE).bundle()));
  }

  /**
   * Asks the python that a program of this environment would be run by. It imports nothing from the
   * working directory, which may hold what nobody has looked at, and writes nothing.
   */
  public static PythonProbe of(Map<String, String> environment, long seconds) {
    try (Programs one = new Programs(Deadline.in(Duration.ofSeconds(Math.max(1, seconds))))) {
      return of(environment, one);
    }
  }

  /** The same; it is run by others, who may end it sooner. */
  public static PythonProbe of(Map<String, String> environment, Programs programs) {
    Optional<String> python = find(environment);
    if (python.isEmpty()) {
      return unknown("there is no python3 on the PATH");
    }
    ProgramRun run = programs.run(List.of(python.get(), "-B", "-c", script()), environment);
    return switch (run.answer()) {
      case Answer.Ended ended -> of(python.get(), ended);
      case Answer.None _,
          Answer.Response _,
          Answer.Refused _,
          Answer.Closed _,
          Answer.NoProgram _ ->
          unknown(python.get() + ": " + run.words());
    };
  }

  private static PythonProbe unknown(String words) {
    return new PythonProbe(new Result.Unknown(words), Optional.empty());
  }

  private static PythonProbe of(String python, Answer.Ended ended) {
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> unmet = new ArrayList<>();
    ended
        .output()
        .lines()
        .forEach(line -> {
          int tab = line.indexOf('\t');
          String name = tab < 0 ? "" : line.substring(0, tab);
          if (name.equals("unmet")) {
            unmet.add(line.substring(tab + 1));
          } else if (tab > 0) {
            facts.put(name, line.substring(tab + 1));
          }
        });
    Optional<String> bundle = Optional.ofNullable(facts.remove("bundle"));
    if (ended.code() != 0) {
      return new PythonProbe(failed(python, facts, ended.errors()), bundle);
    }
    String words = words(facts) + libreSsl(facts);
    return new PythonProbe(
        unmet.isEmpty()
            ? new Result.Ok(words, facts)
            : new Result.Finding(
                unmet.getFirst().replaceFirst("\\.$", ""), facts, "ERROR: " + unmet.getFirst()),
        bundle);
  }

  private static Result failed(String python, Map<String, String> facts, String errors) {
    String last = errors.strip().lines().reduce((a, b) -> b).orElse("it says nothing");
    if (last.matches("ModuleNotFoundError: No module named '(boto3|botocore)'")) {
      return new Result.Unknown(
          "python " + facts.getOrDefault("python", "") + " (" + python + ") has no boto3", facts);
    }
    String cut = errors.length() > LONGEST ? errors.substring(errors.length() - LONGEST) : errors;
    return new Result.Finding("import boto3: " + last, facts, cut);
  }

  private static String words(Map<String, String> facts) {
    return facts.getOrDefault("python", "")
        + " ("
        + facts.getOrDefault("executable", "")
        + "), boto3 "
        + facts.getOrDefault("boto3", "")
        + ", botocore "
        + facts.getOrDefault("botocore", "")
        + ", urllib3 "
        + facts.getOrDefault("urllib3", "")
        + ", "
        + facts.getOrDefault("openssl", "").replaceFirst(" +\\d+ \\w+ \\d{4}$", "");
  }

  /**
   * What urllib3 warns of.
   *
   * @see <a href="https://github.com/urllib3/urllib3/issues/3020">urllib3 issue 3020</a>
   */
  private static String libreSsl(Map<String, String> facts) {
    boolean two = facts.getOrDefault("urllib3", "").startsWith("2.");
    return two && facts.getOrDefault("openssl", "").startsWith("LibreSSL")
        ? "; urllib3 2 supports OpenSSL 1.1.1 and later, not LibreSSL"
        : "";
  }

  private static Optional<String> find(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
    for (String name : List.of("python3", "python")) {
      for (String folder : path.split(":")) {
        try {
          Path file = Path.of(folder, name);
          if (!folder.isEmpty() && Files.isExecutable(file) && !Files.isDirectory(file)) {
            return Optional.of(file.toString());
          }
        } catch (InvalidPathException noFolder) {
          // What is no path has no program either.
        }
      }
    }
    return Optional.empty();
  }

  private static String script() {
    try (InputStream in = PythonProbe.class.getResourceAsStream("versions.py")) {
      if (in == null) {
        throw new IllegalStateException("no versions.py");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
