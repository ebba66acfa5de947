package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.config.ShellWords;
import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.call.ReadOnly;
import awsleuth.collect.wire.BareUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does a call again that only reads, from the command of a verification.
 *
 * @param profile the one that was asked for; empty where none was
 */
record Rerun(AwsCatalog catalog, AwsCalls calls, Optional<String> profile) {

  private static final String PROFILE = "--profile";
  private static final String REGION = "--region";

  /** Options by which another call is made than the settings of this machine make. */
  private static final List<String> OTHERWISE =
      List.of(PROFILE, "--endpoint-url", "--no-sign-request", "--ca-bundle", "--no-verify-ssl");

  /**
   * A call that was made.
   *
   * @param operation the command's, or one that stands for it
   */
  record Made(String operation, CallResult result) {}

  /**
   * What came of it; empty where the command is none that awsleuth may do.
   *
   * @param failed the failed call; nothing is sent to another place than it was sent to
   * @param cause the id of the cause that is asked about; of credentials it decides whose are used,
   *     also where the command names no profile
   */
  Optional<Made> of(String command, ToldFailure failed, String cause) {
    Optional<GivenCall> given = given(command, cause);
    Optional<Operation> operation = given.flatMap(this::operation);
    if (given.isEmpty() || operation.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> options = options(command);
    String name = operation.get().name();
    Optional<CallResult> other = otherwise(options, cause.startsWith("credentials/"));
    if (other.isPresent()) {
      return other.map(o -> new Made(name, o));
    }
    ClientArguments client = ClientArguments.of(given.get().service());
    String region = options.getOrDefault(REGION, failed.region());
    ClientArguments there = region.isEmpty() ? client : client.inRegion(region);
    PyValue.Dict params = given.get().params();
    return elsewhere(
            failed, calls.address(there, name, params).orElse(""), !region.equals(failed.region()))
        .or(() -> Optional.of(calls.call(there, name, params)))
        .map(result -> new Made(name, result));
  }

  /** Why a call made here is not the failed one: it goes to another place. Empty where it is. */
  private Optional<CallResult> elsewhere(ToldFailure failed, String here, boolean otherRegion) {
    String told = BareUrl.authority(failed.endpoint());
    String there = BareUrl.authority(here);
    boolean same =
        told.isEmpty()
            || there.isEmpty()
            || told.equals(there)
            || (otherRegion && isAws(told) && isAws(there));
    return same
        ? Optional.empty()
        : Optional.of(new CallResult.NotSent(GoneWay.elsewhere(failed.endpoint(), here)));
  }

  private boolean isAws(String authority) {
    return catalog.host(authority).isPresent();
  }

  /**
   * The IAM actions that a command needs; none where it is not done, nor for asking who calls.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
   */
  List<String> permissions(String command, String cause) {
    return given(command, cause)
        .flatMap(call -> operation(call).map(o -> catalog.iamActions(call.service(), o.name())))
        .filter(actions -> !actions.contains("sts:GetCallerIdentity"))
        .orElse(List.of());
  }

  /** Why a command is none that awsleuth may do. */
  String whyNot(String command, String cause) {
    return given(command, cause)
        .flatMap(call ->
            catalog
                .service(call.service())
                .flatMap(s -> s.operation(name(call)))
                .filter(o -> ReadOnly.reads(catalog, call.service(), o)))
        .map(
            o -> o.name() + " reads, but is none of the calls that awsleuth makes: run it yourself")
        .orElse("awsleuth makes only calls that read");
  }

  private Optional<GivenCall> given(String command, String cause) {
    return CliCallReader.isCommand(command)
            && CliCallReader.read(catalog, command) instanceof GivenCall.Read(GivenCall call)
            && call.unread().isEmpty()
            && command.indexOf('<') < 0
        ? Optional.of(Heads.inPlaceOf(call, name(call), cause))
        : Optional.empty();
  }

  /** The API name of what it calls; empty where no operation of the service is called so. */
  private String name(GivenCall call) {
    return catalog.operationName(call.service(), call.operation()).orElse("");
  }

  /** What it calls; empty where that does not only read. */
  private Optional<Operation> operation(GivenCall call) {
    return catalog
        .service(call.service())
        .flatMap(s -> s.operation(name(call)))
        .filter(o -> ReadOnly.allows(catalog, call.service(), o));
  }

  /** Why the call that would be made here is not the command's; empty where it is. */
  private Optional<CallResult> otherwise(Map<String, String> options, boolean byCredentials) {
    String own = options.getOrDefault(PROFILE, "");
    if (!own.isEmpty() && !profile.equals(Optional.of(own))) {
      return Optional.of(
          new CallResult.NotSent("the command has --profile " + own + ": ask with that"));
    }
    if (own.isEmpty() && byCredentials && profile.isPresent()) {
      return Optional.of(
          new CallResult.NotSent(
              "asked with another profile than the command's: " + profile.get()));
    }
    return options.keySet().stream()
        .filter(o -> !o.equals(PROFILE) && !o.equals(REGION))
        .findFirst()
        .map(o -> new CallResult.NotSent("the command has " + o + ", which is left to you"));
  }

  /** Those options of a command that say who calls, where and how, with their values. */
  private static Map<String, String> options(String command) {
    Map<String, String> found = new LinkedHashMap<>();
    List<String> words = ShellWords.split(command).orElse(List.of());
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.startsWith("--") ? word.indexOf('=') : -1;
      String name = equals < 0 ? word : word.substring(0, equals);
      if (name.equals(REGION) || OTHERWISE.contains(name)) {
        String next = i + 1 < words.size() ? words.get(i + 1) : "";
        found.put(name, equals < 0 ? next : word.substring(equals + 1));
      }
    }
    return found;
  }
}
