package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PlacedCall;
import awsleuth.boto.call.PythonCallReader;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.GivenParameters.Form;
import awsleuth.core.evidence.Source;
import java.util.List;
import java.util.Optional;

/**
 * The failed call as somebody wrote it: in a file of its own, in the program's line that the
 * traceback shows, or as a command.
 *
 * @param parameters empty where the evidence does not show it
 */
record WrittenCall(Optional<GivenParameters> parameters) {

  private static final int LONGEST = 10_000;

  /** Calls in a line that are read. */
  private static final int MOST = 10;

  static WrittenCall of(Facts facts) {
    return new WrittenCall(given(facts).or(() -> program(facts)).or(() -> command(facts)));
  }

  /**
   * Parameters of their own: those of this very call where it was watched, then those that name the
   * operation, then those that name none.
   */
  private static Optional<GivenParameters> given(Facts facts) {
    List<GivenParameters> own =
        facts.surroundings().parameters().stream()
            .filter(p -> p.source().equals(facts.failure().source()))
            .toList();
    List<GivenParameters> all =
        own.isEmpty()
            ? facts.surroundings().parameters().stream()
                .filter(p -> facts.surroundings().watched(p.source()).isEmpty())
                .toList()
            : own;
    List<GivenParameters> named = all.stream().filter(p -> isOf(p.call(), facts)).toList();
    return named.stream()
        .filter(p -> isAt(p, facts))
        .findFirst()
        .or(() ->
            named.stream().filter(p -> isAlone(p, named) && !isAnotherLine(p, facts)).findFirst())
        .or(() -> all.stream().filter(p -> p.call().operation().isEmpty()).findFirst());
  }

  /** Whether a frame of the traceback is in the lines of a call. */
  private static boolean isAt(GivenParameters given, Facts facts) {
    String file = name(given.source().artifact());
    int from = given.source().line();
    long lines = given.call().written().source().lines().count();
    return facts.frames().stream()
        .anyMatch(f -> f.line() >= from && f.line() < from + lines && name(f.file()).equals(file));
  }

  /**
   * Whether it is in a program that came with the failure, where the traceback or the log shows the
   * call in another line or another program, or several programs have one.
   */
  private static boolean isAnotherLine(GivenParameters given, Facts facts) {
    return given.ofProgram()
        && (program(facts).isPresent()
            || command(facts).isPresent()
            || facts.surroundings().parameters().stream()
                    .filter(p -> isOf(p.call(), facts))
                    .map(p -> p.source().artifact())
                    .distinct()
                    .count()
                > 1);
  }

  private static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /** Whether its program has no other call of the operation. */
  private static boolean isAlone(GivenParameters given, List<GivenParameters> named) {
    String artifact = given.source().artifact();
    return named.stream().filter(p -> p.source().artifact().equals(artifact)).count() == 1;
  }

  /** The innermost line of the program that calls the operation. */
  private static Optional<GivenParameters> program(Facts facts) {
    for (Frame frame : facts.frames().reversed()) {
      if (frame.code().indexOf('(') > 0 && frame.code().length() < LONGEST) {
        String code = frame.code();
        Optional<GivenCall> call =
            ByName.read(code, facts.catalog(), facts.call().service())
                .filter(c -> isOf(c, facts))
                .or(() -> read(code, facts))
                .or(() -> within(code, facts))
                .or(() -> read(client(code, facts), facts));
        if (call.isPresent()) {
          return Optional.of(new GivenParameters(call.get(), Form.PYTHON, frame.source()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<GivenCall> read(String code, Facts facts) {
    return PythonCallReader.read(code) instanceof GivenCall.Read(GivenCall call)
            && isOf(call, facts)
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The call from its method on, whatever makes the client before it; empty where it is not. */
  private static String client(String code, Facts facts) {
    String operation = facts.call().operation();
    int at =
        operation.isEmpty() ? -1 : code.indexOf("." + facts.catalog().methodName(operation) + "(");
    return at < 0 ? "" : "client" + ByName.chain(code, at);
  }

  /** The only call of the operation among what else is in the line. */
  private static Optional<GivenCall> within(String code, Facts facts) {
    List<GivenCall> calls =
        BotoCallReader.calls(facts.catalog(), code, MOST).stream()
            .map(PlacedCall::call)
            .filter(c -> isOf(c, facts))
            .toList();
    return calls.size() == 1 ? Optional.of(calls.getFirst()) : Optional.empty();
  }

  private static Optional<GivenParameters> command(Facts facts) {
    for (Passage passage : facts.failure().passages()) {
      List<String> lines = passage.text().lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (CliCallReader.isCommand(line)
            && line.length() < LONGEST
            && CliCallReader.read(facts.catalog(), line) instanceof GivenCall.Read(GivenCall call)
            && isOf(call, facts)) {
          return Optional.of(
              new GivenParameters(
                  call,
                  Form.CLI,
                  new Source(passage.source().artifact(), passage.source().line() + i)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(GivenCall call, Facts facts) {
    AwsCatalog aws = facts.catalog();
    return !call.operation().isEmpty()
        && aws.operationName(facts.call().service(), call.operation())
            .filter(facts.call().operation()::equals)
            .isPresent();
  }
}
