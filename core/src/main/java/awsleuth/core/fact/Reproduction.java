package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.secret.Secrets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The AWS CLI command that does the same call again: the required parameters and those that it was
 * seen with, with the values that the evidence tells and {@code <placeholders>} for the rest.
 * Python where the CLI has no such command, the program itself where the call is not known.
 */
final class Reproduction {

  /** The name by which the Region is changed. */
  static final String REGION = "Region";

  /** What Python calls a program that is in no file. */
  private static final List<String> TYPED = List.of("<string>", "<stdin>");

  /** What CloudFormation refuses without a template, of which it takes three forms. */
  private static final Set<String> TEMPLATED =
      Set.of("CreateStack", "UpdateStack", "CreateChangeSet", "CreateStackSet", "UpdateStackSet");

  private static final List<String> TEMPLATES =
      List.of("TemplateBody", "TemplateURL", "UsePreviousTemplate");

  /** What stands in a record for content that was not kept. */
  private static final String LEFT_OUT = "(content)";

  private static final String PROGRAM = "<the program or command that failed>";

  private final Facts facts;
  private final FailedCall call;
  private final AwsCatalog aws;
  private final Map<String, String> instead;
  private final StringBuilder out = new StringBuilder("aws ");

  private Reproduction(Facts facts, Map<String, String> instead) {
    this.facts = facts;
    this.instead = instead;
    this.call = facts.call();
    this.aws = facts.catalog();
  }

  static String command(Facts facts) {
    return command(facts, Map.of());
  }

  /**
   * The command with other values than those of the failed call, {@code Region} among them.
   *
   * @param instead by the parameters' names; an empty value stands for one that is not known
   */
  static String command(Facts facts, Map<String, String> instead) {
    FailedCall call = facts.call();
    return call.service().isEmpty() || call.operation().isEmpty()
        ? program(facts)
        : new Reproduction(facts, instead).write();
  }

  /** The program that failed, where the traceback shows it. */
  private static String program(Facts facts) {
    for (Frame frame : facts.frames()) {
      if (TYPED.contains(frame.file())) {
        return PROGRAM;
      }
      if (frame.file().endsWith(".py") && !isInstalled(frame.file())) {
        return "python3 " + Literal.shell(frame.file());
      }
    }
    return PROGRAM;
  }

  /** Whether a file is of Python itself or of an installed package, which nobody runs. */
  private static boolean isInstalled(String file) {
    String plain = file.replace('\\', '/').toLowerCase(Locale.ROOT);
    int lib = plain.indexOf("/lib/python");
    int digit = lib + "/lib/python".length();
    return plain.contains("site-packages")
        || plain.contains("dist-packages")
        || (lib >= 0 && digit < plain.length() && Character.isDigit(plain.charAt(digit)))
        || plain.contains("/lib64/python")
        || (plain.contains(":/") && plain.contains("python") && plain.contains("/lib/"));
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
    if (instead.containsKey(REGION)) {
      out.append(" --region ").append(Literal.shell(instead.get(REGION), "<region>"));
    } else if (aws.region(call.region()).isPresent()) {
      out.append(" --region ").append(call.region());
    }
    endpoint().ifPresent(url -> out.append(" --endpoint-url ").append(url));
    GivenProfile.of(facts).ifPresent(p -> out.append(" --profile ").append(p));
    return out.toString();
  }

  /**
   * That which the call was given; none where another value is to be tried and it is not known, nor
   * one of AWS's in another Region than is to be tried.
   */
  private Optional<String> endpoint() {
    String other = instead.get(GivenEndpoint.OPTION);
    Optional<String> given =
        GivenEndpoint.of(facts)
            .filter(url -> !instead.containsKey(REGION) || aws.host(Hosts.of(url)).isEmpty());
    return other == null
        ? given
        : given.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(other);
  }

  private void member(String member) {
    aws.cliOption(call.service(), call.operation(), member).ifPresent(o -> option(member, o));
  }

  private void option(String member, String option) {
    Parameters known = Parameters.in(facts);
    List<String> several = instead.containsKey(member) ? List.of() : several(member);
    if (!several.isEmpty()) {
      out.append(" --").append(option);
      several.forEach(v -> out.append(' ').append(Literal.shell(v)));
      return;
    }
    String seen = value(member);
    String value = instead.getOrDefault(member, seen.contains(LEFT_OUT) ? "" : seen);
    boolean flag = known.given().contains(member) || instead.containsKey(member);
    if (flag && value.equals("true")) {
      out.append(" --").append(option);
    } else if (flag && value.equals("false")) {
      out.append(" --no-").append(option);
    } else if (!isBoolean(member)) { // which has no value, and none is made up
      String word = Literal.shell(value, "<" + option + ">");
      out.append(" --").append(option).append(' ').append(word);
    }
  }

  /** The plain values of a list that the call was seen with; empty where it is no such list. */
  private List<String> several(String member) {
    Optional<PyValue> value =
        facts.written().flatMap(w -> Optional.ofNullable(w.call().params().get(member)));
    return value.orElse(null) instanceof PyValue.PyList(List<PyValue> items)
            && items.size() > 1
            && items.stream().allMatch(i -> i instanceof PyValue.Str(String s) && !isMasked(s))
        ? items.stream().map(i -> ((PyValue.Str) i).value()).toList()
        : List.of();
  }

  private boolean isBoolean(String member) {
    return aws.service(call.service())
        .flatMap(s ->
            s.input(call.operation())
                .flatMap(i -> i.member(member))
                .flatMap(m -> s.shape(m.shape())))
        .filter(s -> s instanceof Shape.Scalar k && k.type().equals("boolean"))
        .isPresent();
  }

  private static boolean isMasked(String value) {
    return value.contains(Secrets.MASK);
  }

  /** What the evidence tells; content is no file's name, which the CLI takes. */
  private String value(String member) {
    boolean content =
        aws.service(call.service())
            .flatMap(s ->
                s.input(call.operation()).flatMap(i -> i.member(member)).map(m -> isContent(s, m)))
            .orElse(false);
    boolean python = facts.written().filter(w -> w.form() == GivenParameters.Form.CLI).isEmpty();
    boolean prefix =
        call.operation().equals("PutObject")
            && member.equals("Key")
            && Parameters.in(facts).values().getOrDefault(member, "").endsWith("/");
    return (content && python) || prefix
        ? ""
        : Parameters.in(facts).values().getOrDefault(member, "");
  }

  private static boolean isContent(Service service, Shape.Member member) {
    return service
        .shape(member.shape())
        .filter(s -> s instanceof Shape.Scalar k && k.type().equals("blob"))
        .isPresent();
  }

  /** Those that are required and those that the call was seen with, in the order of the model. */
  private List<String> members() {
    Optional<Shape.Structure> input =
        aws.service(call.service()).flatMap(s -> s.input(call.operation()));
    Set<String> given = given();
    return input.stream()
        .flatMap(i -> i.members().stream())
        .filter(m -> !m.idempotencyToken())
        .filter(m ->
            m.required()
                || given.contains(m.name())
                || isBody(m.name())
                || isMended(m)
                || isNeeded(m.name())
                || !several(m.name()).isEmpty())
        .map(Shape.Member::name)
        .toList();
  }

  /** Parameters of unknown values only narrow what is read: there they are left out. */
  private Set<String> given() {
    Set<String> given = new HashSet<>(Parameters.in(facts).given());
    instead.forEach((name, value) -> {
      if (!value.isEmpty()) {
        given.add(name);
      }
    });
    facts
        .written()
        .filter(w -> !w.call().unread().isEmpty() && !Reading.is(facts))
        .ifPresent(w -> w.call().unread().stream().map(Unread::name).forEach(given::add));
    return given;
  }

  /** Whether the call lacked it and is to have it. */
  private boolean isMended(Shape.Member member) {
    return instead.containsKey(member.name());
  }

  /** Whether a call does nothing without it, though the model does not require it. */
  private boolean isNeeded(String member) {
    return switch (call.service()) {
      case "dynamodb" ->
          call.operation().equals("Query") && member.equals("KeyConditionExpression");
      case "kms" -> call.operation().equals("Decrypt") && member.equals("CiphertextBlob");
      case "cloudformation" -> member.equals("TemplateBody") && lacksTemplate();
      default -> false;
    };
  }

  /** Whether a call that makes or changes a stack was not seen with any form of its template. */
  private boolean lacksTemplate() {
    Set<String> given = Parameters.in(facts).given();
    return TEMPLATED.contains(call.operation()) && TEMPLATES.stream().noneMatch(given::contains);
  }

  /** Without a body the object would be emptied. */
  private boolean isBody(String member) {
    return call.operation().equals("PutObject") && member.equals("Body");
  }
}
