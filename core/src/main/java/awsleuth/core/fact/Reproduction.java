package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure.Frame;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The AWS CLI command that does the same call again: the required parameters and those that it was
 * seen with, with the values that the evidence tells and {@code <placeholders>} for the rest.
 * Python where the CLI has no such command, the program itself where the call is not known.
 */
final class Reproduction {

  private static final String PROGRAM = "<the program or command that failed>";

  private final Facts facts;
  private final FailedCall call;
  private final AwsCatalog aws;
  private final StringBuilder out = new StringBuilder("aws ");

  private Reproduction(Facts facts) {
    this.facts = facts;
    this.call = facts.call();
    this.aws = facts.catalog();
  }

  static String command(Facts facts) {
    FailedCall call = facts.call();
    return call.service().isEmpty() || call.operation().isEmpty()
        ? program(facts)
        : new Reproduction(facts).write();
  }

  /** The program that failed, where the traceback shows it. */
  private static String program(Facts facts) {
    for (Frame frame : facts.frames()) {
      if (frame.file().endsWith(".py") && !frame.file().contains("site-packages")) {
        return "python3 " + Literal.shell(frame.file());
      }
    }
    return PROGRAM;
  }

  private String write() {
    Optional<String> command = aws.cliCommand(call.service(), call.operation());
    return command.isEmpty() ? python() : cli(command.get());
  }

  private String python() {
    return "python3 -c 'import boto3; boto3.client(\""
        + Literal.name(call.service().replace("-", "_"), "<service>").replace("_", "-")
        + "\")."
        + Literal.name(aws.methodName(call.operation()), "<operation>")
        + "(<parameters>)'";
  }

  private String cli(String command) {
    out.append(Literal.shell(aws.cliName(call.service()))).append(' ');
    out.append(Literal.shell(command));
    members().forEach(this::member);
    if (aws.cliWritesFile(call.service(), call.operation())) {
      out.append(call.operation().equals("GetObject") ? " /dev/null" : " /dev/stdout");
    }
    if (aws.region(call.region()).isPresent()) {
      out.append(" --region ").append(call.region());
    }
    Parameters.of(facts, "Profile").ifPresent(p -> out.append(" --profile ").append(p));
    return out.toString();
  }

  private void member(String member) {
    aws.cliOption(call.service(), call.operation(), member).ifPresent(o -> option(member, o));
  }

  private void option(String member, String option) {
    Parameters known = Parameters.in(facts);
    String value = known.values().getOrDefault(member, "");
    boolean flag = known.given().contains(member);
    if (flag && value.equals("true")) {
      out.append(" --").append(option);
    } else if (flag && value.equals("false")) {
      out.append(" --no-").append(option);
    } else {
      String word = Literal.shell(value, "<" + option + ">");
      out.append(" --").append(option).append(' ').append(word);
    }
  }

  /** Those that are required and those that the call was seen with, in the order of the model. */
  private List<String> members() {
    Optional<Shape.Structure> input =
        aws.service(call.service()).flatMap(s -> s.input(call.operation()));
    Set<String> given = given();
    return input.stream()
        .flatMap(i -> i.members().stream())
        .filter(m -> !m.idempotencyToken())
        .filter(m -> m.required() || given.contains(m.name()) || isContent(m.name()))
        .map(Shape.Member::name)
        .toList();
  }

  /** Parameters of unknown values only narrow what is read: there they are left out. */
  private Set<String> given() {
    Set<String> given = new HashSet<>(Parameters.in(facts).given());
    facts
        .written()
        .filter(w -> !w.call().unread().isEmpty() && !Reading.is(facts))
        .ifPresent(w -> w.call().unread().stream().map(Unread::name).forEach(given::add));
    return given;
  }

  /** Without a body the object would be emptied. */
  private boolean isContent(String member) {
    return call.operation().equals("PutObject") && member.equals("Body");
  }
}
