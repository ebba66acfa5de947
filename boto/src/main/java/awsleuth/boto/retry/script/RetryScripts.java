package awsleuth.boto.retry.script;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.boto.config.Place;
import awsleuth.boto.config.Profiles;
import awsleuth.boto.config.Session;
import awsleuth.boto.config.Setting;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.Backoff;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.RateLimiter;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;

/** Records of what happens to calls, in; what botocore makes of it, out: the batch of retries. */
public final class RetryScripts {

  private static final int MOST_CALLS = 100_000;
  private static final int ALL_TOLD = 5;
  private static final int LAST_TOLD = 12;

  private final AwsCatalog catalog;

  /**
   * @param catalog has the services that are called
   */
  public RetryScripts(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Answers one record.
   *
   * @return the outcome under the record's own names
   * @throws IllegalArgumentException if the record cannot be understood; the message says why
   */
  public Dict answer(Dict record) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("id"), record.has("id") ? record.entries().get(new Str("id")) : new Str(""));
    String kind = text(record, "kind");
    switch (kind) {
      case "backoff" -> out.put(new Str("delay"), new Real(backoff(record)));
      case "config" -> out.put(new Str("expect"), config(record));
      case "wire" -> out.put(new Str("expect"), wire(record));
      case "adaptive" -> out.put(new Str("events"), adaptive(record));
      default ->
          throw new IllegalArgumentException(
              "`kind` is backoff, config, wire or adaptive, not `" + kind + "`");
    }
    return new Dict(out);
  }

  private static Rules rules(Dict record) {
    return record.get("new_retries") instanceof Bool b && b.value() ? Rules.NEW : Rules.PRESENT;
  }

  private static double backoff(Dict record) {
    DoubleSupplier random = new Tape(record.get("random"));
    int attempt = whole(record, "attempt");
    if (text(record, "mode").equals("legacy")) {
      double base = record.get("base") instanceof Real r ? r.value() : random.getAsDouble();
      return Backoff.legacy(base, attempt);
    }
    if (rules(record) == Rules.PRESENT) {
      return Backoff.standard(random.getAsDouble(), attempt);
    }
    String code = record.get("code") instanceof Str s ? s.value() : "";
    boolean throttling =
        new CalledOperation("", "", "", List.of())
            .isThrottling(awsleuth.boto.retry.Answer.Response.of(500, code));
    boolean dynamo =
        record.get("service_event_name") instanceof Str s && s.value().startsWith("dynamodb");
    return Backoff.renewed(
        random.getAsDouble(), attempt, throttling, dynamo, asked(dict(record, "headers")));
  }

  private static OptionalDouble asked(Dict headers) {
    return ScriptedServer.asked(headers);
  }

  private static Dict config(Dict record) {
    RetryConfig.Result result =
        RetryConfig.of(dict(record, "config"), session(record), rules(record));
    return switch (result) {
      case RetryConfig.Refused refused ->
          exception(refused.raised().exception(), refused.raised().message());
      case RetryConfig.Settled settled -> dict("retries", retries(settled.settings()));
    };
  }

  private static Dict retries(RetrySettings settings) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("mode"), new Str(settings.mode().word()));
    settings.totalMaxAttempts().ifPresent(n -> out.put(new Str("total_max_attempts"), Int.of(n)));
    return new Dict(out);
  }

  private Dict wire(Dict record) {
    RetryConfig.Result result =
        RetryConfig.of(dict(record, "config_retries"), session(record), rules(record));
    if (result instanceof RetryConfig.Refused refused) {
      return dict(
          "client_error", exception(refused.raised().exception(), refused.raised().message()));
    }
    RetrySettings settings = ((RetryConfig.Settled) result).settings();
    Target target = target(record);
    Dict params = dict(record, "params");
    ScriptedClient client =
        new ScriptedClient(
            settings,
            organizationsBefore(record),
            new ScriptedServer(steps(record)),
            target.isS3() ? Target.of(target.service(), "HeadBucket") : target,
            params.has("Bucket"),
            called -> RequestUrl.of("${SERVER}", called, params),
            new Tape(record.get("random")));
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

  /** Clients that were made before have no Config, so that their mode is the environment's. */
  private static boolean organizationsBefore(Dict record) {
    boolean made =
        record.get("pre_clients") instanceof PyList list
            && list.items().contains(new Str("organizations"));
    RetryConfig.Result before =
        RetryConfig.of(new Dict(new LinkedHashMap<>()), session(record), rules(record));
    return made
        && before instanceof RetryConfig.Settled settled
        && settled.settings().mode() == RetryMode.LEGACY;
  }

  private Target target(Dict record) {
    String name = text(record, "service");
    Service service =
        catalog
            .service(name)
            .orElseThrow(() -> new IllegalArgumentException("no service `" + name + "`"));
    return Target.of(service, text(record, "operation"));
  }

  private static List<Dict> steps(Dict record) {
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
        call.exception().isEmpty() ? new Str("OK") : exception(call.exception(), call.message()));
    out.put(new Str("requests"), Int.of(call.requests()));
    call.retryAttempts().ifPresent(n -> out.put(new Str("RetryAttempts"), Int.of(n)));
    if (call.maxAttemptsReached()) {
      out.put(new Str("MaxAttemptsReached"), new Bool(true));
    }
    if (call.quotaReached()) {
      out.put(new Str("RetryQuotaReached"), new Bool(true));
    }
    call.status().ifPresent(n -> out.put(new Str("HTTPStatusCode"), Int.of(n)));
    out.put(new Str("sleeps"), reals(call.sleeps()));
    return new Dict(out);
  }

  private static PyList adaptive(Dict record) {
    double now = real(record.get("start"));
    RateLimiter limiter = new RateLimiter(now);
    List<PyValue> out = new ArrayList<>();
    for (PyValue item : record.get("events") instanceof PyList l ? l.items() : List.<PyValue>of()) {
      Dict event = (Dict) item;
      List<Double> waits = new ArrayList<>();
      double sent = limiter.acquire(now + real(event.get("dt")), waits::add);
      now = sent + real(event.get("latency"));
      limiter.record(now, event.get("throttled") instanceof Bool b && b.value());
      out.add(new Dict(state(limiter, waits, sent)));
    }
    return new PyList(out);
  }

  private static SequencedMap<PyValue, PyValue> state(
      RateLimiter limiter, List<Double> waits, double sent) {
    SequencedMap<PyValue, PyValue> state = new LinkedHashMap<>();
    state.put(new Str("enabled"), new Bool(limiter.enabled()));
    state.put(new Str("fill_rate"), new Real(limiter.rate()));
    state.put(new Str("max_capacity"), new Real(limiter.maxCapacity()));
    state.put(new Str("capacity"), new Real(limiter.capacity()));
    state.put(new Str("w_max"), new Real(limiter.highestRate()));
    state.put(new Str("measured_rate"), new Real(limiter.measuredRate()));
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("waits"), reals(waits));
    out.put(new Str("sent_at"), new Real(sent));
    out.put(new Str("state"), new Dict(state));
    return out;
  }

  private static PyList reals(List<Double> values) {
    return new PyList(values.stream().<PyValue>map(Real::new).toList());
  }

  private static Dict exception(String exception, String message) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("exception"), new Str(exception));
    out.put(new Str("message"), new Str(message));
    return new Dict(out);
  }

  private static Dict dict(String key, PyValue value) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str(key), value);
    return new Dict(out);
  }

  private static Dict dict(Dict record, String key) {
    return record.get(key) instanceof Dict d ? d : new Dict(new LinkedHashMap<>());
  }

  private static String text(Dict record, String key) {
    if (record.get(key) instanceof Str s) {
      return s.value();
    }
    throw new IllegalArgumentException("`" + key + "` is missing or no text");
  }

  private static int whole(Dict record, String key) {
    if (record.get(key) instanceof Int i) {
      return i.value().intValueExact();
    }
    throw new IllegalArgumentException("`" + key + "` is missing or no whole number");
  }

  private static double real(@org.jspecify.annotations.Nullable PyValue value) {
    return switch (value) {
      case Real r -> r.value();
      case Int i -> i.value().doubleValue();
      case null, default -> 0;
    };
  }

  /** The environment, and the keys of the profile. */
  private static Session session(Dict record) {
    Map<String, Setting> settings = new HashMap<>();
    Place nowhere = new Place("config", 1, 1);
    texts(record, "profile")
        .forEach((k, v) -> settings.put(k, new Setting(k, new Setting.Text(v), nowhere)));
    return new Session(texts(record, "env"), Profiles.NONE, Optional.empty(), settings);
  }

  private static Map<String, String> texts(Dict record, String key) {
    Map<String, String> out = new HashMap<>();
    dict(record, key)
        .entries()
        .forEach((k, v) -> {
          if (k instanceof Str name && v instanceof Str value) {
            out.put(name.value(), value.value());
          }
        });
    return out;
  }
}
