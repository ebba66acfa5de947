package awsleuth.boto.retry.script;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.Backoff;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.RetryConfig;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;

/** Records of what happens to calls, in; what botocore makes of it, out: the batch of retries. */
public final class RetryScripts {

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
    String kind = Fields.text(record, "kind");
    switch (kind) {
      case "backoff" -> out.put(new Str("delay"), new Real(backoff(record)));
      case "config" -> out.put(new Str("expect"), config(record));
      case "wire" -> out.put(new Str("expect"), new WireScript(catalog, record).run());
      case "adaptive" -> out.put(new Str("events"), LimiterScript.run(record));
      default ->
          throw new IllegalArgumentException(
              "`kind` is backoff, config, wire or adaptive, not `" + kind + "`");
    }
    return new Dict(out);
  }

  private static double backoff(Dict record) {
    DoubleSupplier random = new Tape(record.get("random"));
    int attempt = Fields.whole(record, "attempt");
    if (Fields.text(record, "mode").equals("legacy")) {
      double base = record.get("base") instanceof Real r ? r.value() : random.getAsDouble();
      return Backoff.legacy(base, attempt);
    }
    if (Fields.rules(record) == Rules.PRESENT) {
      return Backoff.standard(random.getAsDouble(), attempt);
    }
    String code = record.get("code") instanceof Str s ? s.value() : "";
    boolean throttling =
        new CalledOperation("", "", "", List.of())
            .isThrottling(awsleuth.boto.retry.Answer.Response.of(500, code));
    boolean dynamo =
        record.get("service_event_name") instanceof Str s && s.value().startsWith("dynamodb");
    return Backoff.renewed(
        random.getAsDouble(),
        attempt,
        throttling,
        dynamo,
        ScriptedServer.asked(Fields.dict(record, "headers")));
  }

  private static Dict config(Dict record) {
    RetryConfig.Result result =
        RetryConfig.of(Fields.dict(record, "config"), Fields.session(record), Fields.rules(record));
    return switch (result) {
      case RetryConfig.Refused refused -> Told.refused(refused);
      case RetryConfig.Settled settled -> Told.dict("retries", retries(settled.settings()));
    };
  }

  private static Dict retries(RetrySettings settings) {
    SequencedMap<PyValue, PyValue> out = new LinkedHashMap<>();
    out.put(new Str("mode"), new Str(settings.mode().word()));
    settings.totalMaxAttempts().ifPresent(n -> out.put(new Str("total_max_attempts"), Int.of(n)));
    return new Dict(out);
  }
}
