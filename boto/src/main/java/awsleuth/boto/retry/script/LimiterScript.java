package awsleuth.boto.retry.script;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Real;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.RateLimiter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Events of the rate limiter of a client in adaptive mode. */
final class LimiterScript {

  private LimiterScript() {}

  /** Its state after each event. */
  static PyList run(Dict record) {
    double now = Fields.real(record, "start");
    RateLimiter limiter = new RateLimiter(now);
    List<PyValue> out = new ArrayList<>();
    for (PyValue item : record.get("events") instanceof PyList l ? l.items() : List.<PyValue>of()) {
      Dict event = (Dict) item;
      List<Double> waits = new ArrayList<>();
      double sent = limiter.acquire(now + Fields.real(event, "dt"), waits::add);
      now = sent + Fields.real(event, "latency");
      limiter.record(now, Fields.isTrue(event, "throttled"));
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
    out.put(new Str("waits"), Told.reals(waits));
    out.put(new Str("sent_at"), new Real(sent));
    out.put(new Str("state"), new Dict(state));
    return out;
  }
}
