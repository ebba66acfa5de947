package awsleuth.boto.retry.script;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Calls of one client to a server that answers as a record says. */
record WireScript(AwsCatalog catalog, Dict record) {

  private static final int MOST_CALLS = 100_000;
  private static final int ALL_TOLD = 5;
  private static final int LAST_TOLD = 12;

  /**
   * What came of the calls.
   *
   * @throws IllegalArgumentException if the record cannot be understood; the message says why
   */
  Dict run() {
    RetryConfig.Result result =
        RetryConfig.of(
            Fields.dict(record, "config_retries"), Fields.session(record), Fields.rules(record));
    if (result instanceof RetryConfig.Refused refused) {
      return Told.dict("client_error", Told.refused(refused));
    }
    RetrySettings settings = ((RetryConfig.Settled) result).settings();
    Target target = target();
    ScriptedClient client = client(settings, target);
    List<PyValue> calls = new ArrayList<>();
    int count = record.get("calls") instanceof Int i ? i.value().intValueExact() : 1;
    int requests = 0;
    for (int i = 0; i < Math.min(count, MOST_CALLS); i++) {
      CallResult call = client.call(target);
      requests += call.requests();
      calls.add(told(call));
    }
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("mode"), new Str(settings.mode().word()));
    out.put(
        new Str("total_max_attempts"),
        settings.totalMaxAttempts().isPresent()
            ? Int.of(settings.totalMaxAttempts().getAsInt())
            : new PyValue.None());
    int from = count <= ALL_TOLD ? 0 : calls.size() - Math.min(calls.size(), LAST_TOLD);
    out.put(new Str("calls"), new PyList(calls.subList(from, calls.size())));
    out.put(new Str("total_requests"), Int.of(requests));
    return new Dict(out);
  }

  private ScriptedClient client(RetrySettings settings, Target target) {
    Dict params = Fields.dict(record, "params");
    return new ScriptedClient(
        settings,
        organizationsBefore(),
        new ScriptedServer(steps()),
        target.isS3() ? Target.of(target.service(), "HeadBucket") : target,
        params.has("Bucket"),
        called -> RequestUrl.of("${SERVER}", called, params),
        new Tape(record.get("random")));
  }

  /** Clients that were made before have no Config, so that their mode is the environment's. */
  private boolean organizationsBefore() {
    boolean made =
        record.get("pre_clients") instanceof PyList list
            && list.items().contains(new Str("organizations"));
    RetryConfig.Result before =
        RetryConfig.of(
            new Dict(new LinkedHashMap<>()), Fields.session(record), Fields.rules(record));
    return made
        && before instanceof RetryConfig.Settled settled
        && settled.settings().mode() == RetryMode.LEGACY;
  }

  private Target target() {
    String name = Fields.text(record, "service");
    Service service =
        catalog
            .service(name)
            .orElseThrow(() -> new IllegalArgumentException("no service `" + name + "`"));
    return Target.of(service, Fields.text(record, "operation"));
  }

  private List<Dict> steps() {
    List<Dict> steps = new ArrayList<>();
    if (record.get("steps") instanceof PyList list) {
      list.items().forEach(s -> steps.add((Dict) s));
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("`steps` has none");
    }
    return steps;
  }

  private static Dict told(CallResult call) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(
        new Str("outcome"),
        call.exception().isEmpty()
            ? new Str("OK")
            : Told.exception(call.exception(), call.message()));
    out.put(new Str("requests"), Int.of(call.requests()));
    call.retryAttempts().ifPresent(n -> out.put(new Str("RetryAttempts"), Int.of(n)));
    if (call.maxAttemptsReached()) {
      out.put(new Str("MaxAttemptsReached"), new Bool(true));
    }
    if (call.quotaReached()) {
      out.put(new Str("RetryQuotaReached"), new Bool(true));
    }
    call.status().ifPresent(n -> out.put(new Str("HTTPStatusCode"), Int.of(n)));
    out.put(new Str("sleeps"), Told.reals(call.sleeps()));
    return new Dict(out);
  }
}
