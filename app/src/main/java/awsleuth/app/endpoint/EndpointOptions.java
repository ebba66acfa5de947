package awsleuth.app.endpoint;

import awsleuth.app.command.Options;
import awsleuth.app.command.SessionOptions;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.config.ConfigOptions;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code awsleuth endpoint} that say what the program and the machine set. */
final class EndpointOptions {

  private EndpointOptions() {}

  static void add(CommandSpec spec) {
    Iterable<String> regions = () -> AwsCatalog.embedded().regions().iterator();
    Options.words(spec, "--region", "REGION", regions, "region_name of the client");
    Options.flag(spec, "--fips", "use_fips_endpoint");
    Options.flag(spec, "--dualstack", "use_dualstack_endpoint");
    Options.text(spec, "--endpoint-url", "URL", "endpoint_url of the client");
    Options.flag(spec, "--no-ssl", "use_ssl=False");
    Options.list(spec, "--param", "NAME=VALUE", "a parameter of the call; may be given again");
    Options.list(
        spec,
        "--set",
        "NAME=VALUE",
        "an option of botocore's Config, such as s3.addressing_style=path; may be given again");
    Options.text(
        spec,
        "--account-id",
        "ID",
        "aws_account_id, which botocore reads only beside both keys in client()");
    SessionOptions.add(spec);
  }

  /** What the program gives to {@code Session.client}. */
  static ClientArguments arguments(CommandLine.ParseResult parsed, String service)
      throws InputException {
    Map<String, Object> config = new LinkedHashMap<>();
    for (String set : parsed.matchedOptionValue("--set", List.<String>of())) {
      put(config, configured(name("--set", set)), value(set));
    }
    if (parsed.hasMatchedOption("--fips")) {
      config.put("use_fips_endpoint", true);
    }
    if (parsed.hasMatchedOption("--dualstack")) {
      config.put("use_dualstack_endpoint", true);
    }
    Optional<String> account = option(parsed, "--account-id");
    return new ClientArguments(
        service,
        option(parsed, "--region"),
        option(parsed, "--endpoint-url"),
        !parsed.hasMatchedOption("--no-ssl"),
        false,
        account,
        config.isEmpty() ? Optional.empty() : Optional.of(config));
  }

  /** A name of {@code Config}, which raises TypeError for others. */
  private static String configured(String name) throws InputException {
    int dot = name.indexOf('.');
    String option = dot < 0 ? name : name.substring(0, dot);
    if (!ConfigOptions.NAMES.contains(option)) {
      throw new InputException(
          "--set: botocore's Config has no option `"
              + Printable.of(option)
              + "`"
              + WrongUsage.near(option, ConfigOptions.NAMES));
    }
    if (ConfigOptions.GROUPS.contains(option) != dot >= 0) {
      throw new InputException(
          "--set: "
              + option
              + (dot < 0
                  ? " is a dictionary: set one of its members, as " + option + ".NAME=VALUE"
                  : " is no dictionary"));
    }
    String member = name.substring(dot + 1);
    if (option.equals("s3") && !ConfigOptions.OF_S3.contains(member)) {
      throw new InputException(
          "--set: botocore reads no `"
              + Printable.of(member)
              + "` of s3"
              + WrongUsage.near(member, ConfigOptions.OF_S3));
    }
    return name;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> config, String name, String value) {
    Object read =
        value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
            ? (Object) Boolean.valueOf(value)
            : value;
    int dot = name.indexOf('.');
    if (dot < 0) {
      config.put(name, read);
    } else {
      Object inner = config.computeIfAbsent(name.substring(0, dot), n -> new LinkedHashMap<>());
      ((Map<String, Object>) inner).put(name.substring(dot + 1), read);
    }
  }

  private static Optional<String> option(CommandLine.ParseResult parsed, String name) {
    return Optional.ofNullable(parsed.matchedOptionValue(name, (String) null));
  }

  private static String name(String option, String pair) throws InputException {
    int equals = pair.indexOf('=');
    if (equals <= 0) {
      throw new InputException(
          option + " is of the form NAME=VALUE, not `" + Printable.of(pair) + "`");
    }
    return pair.substring(0, equals);
  }

  private static String value(String pair) {
    return pair.substring(pair.indexOf('=') + 1);
  }

  /** The parameters of the call; truth values and numbers where the model wants them. */
  static PyValue.Dict parameters(
      CommandLine.ParseResult parsed, AwsCatalog catalog, String service, String operation)
      throws InputException {
    SequencedMap<PyValue, PyValue> parameters = new LinkedHashMap<>();
    for (String pair : parsed.matchedOptionValue("--param", List.<String>of())) {
      String name = name("--param", pair);
      if (operation.isEmpty()) {
        throw withoutOperation(catalog.service(service).orElseThrow(), name);
      }
      Optional<Shape.Member> member =
          catalog
              .service(service)
              .flatMap(s -> s.input(operation))
              .flatMap(input -> input.member(name));
      Optional<Shape> shape =
          member.flatMap(m -> catalog.service(service).flatMap(s -> s.shape(m.shape())));
      String type =
          shape.map(s -> s instanceof Shape.Scalar scalar ? scalar.type() : "").orElse("string");
      PyValue value = typed(value(pair), type);
      boolean one = value instanceof PyValue.Str && shape.orElse(null) instanceof Shape.ListOf;
      parameters.put(new PyValue.Str(name), one ? new PyValue.PyList(List.of(value)) : value);
    }
    return new PyValue.Dict(parameters);
  }

  /** What is said where the parameters of no operation are given. */
  private static InputException withoutOperation(Service service, String name) {
    Set<String> names = new TreeSet<>();
    for (String operation : service.operationNames()) {
      service.input(operation).ifPresent(i -> i.members().forEach(m -> names.add(m.name())));
    }
    String client = service.metadata().name();
    return new InputException(
        names.contains(name)
            ? "--param needs the OPERATION whose parameter " + name + " is, behind " + client
            : "no operation of "
                + client
                + " has a parameter `"
                + name
                + "`"
                + WrongUsage.near(name, List.copyOf(names)));
  }

  private static PyValue typed(String value, String type) {
    PyValue text = new PyValue.Str(value);
    if (type.equals("string") || type.equals("blob") || type.equals("timestamp")) {
      return text;
    }
    return TypedJson.read(value) instanceof TypedJson.Value(PyValue read) ? read : text;
  }
}
