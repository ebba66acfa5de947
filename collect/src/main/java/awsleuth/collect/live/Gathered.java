package awsleuth.collect.live;

import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.CallResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** What is known in one gathering, in whichever Region it is asked. */
final class Gathered {

  final List<Gathering.Unknown> unknown = new ArrayList<>();
  final Map<Asked, CallResult> answered = new HashMap<>();

  /** The ARNs that IAM gives, by those without paths. */
  final Map<String, String> arns = new HashMap<>();

  final List<LiveQuestion> next = new ArrayList<>();
  final Pace pace = new Pace();
  Gathering.About about = Gathering.About.CALLER;
  boolean expired;
  String caller = "";
  String account = "";
  private final SequencedMap<String, String> files = new LinkedHashMap<>();
  private final Manifest manifest = new Manifest();
  private String policiesOf = "";

  /** A call, which is made once. */
  record Asked(String region, String service, String operation, PyValue.Dict parameters) {}

  /** See {@link Asking#policiesOf}. */
  void policiesOf(String arn, Runnable reading) {
    boolean whole = false;
    policiesOf = arn;
    try {
      reading.run();
      whole = true;
    } finally {
      policiesOf = "";
      if (!whole) {
        manifest.miss("policy:identity", arn, "the policies of " + arn, "awsleuth failed", "");
      }
    }
  }

  /** Keeps a policy and what it is attached to, by ARN or id; empty where it tells that itself. */
  void keep(String name, String text, String attachedTo) {
    String kept = keep(name, text);
    if (!attachedTo.isEmpty()) {
      manifest.attach(kept, attachedTo);
    }
  }

  /** Keeps evidence under a name of its own, which it gives. */
  String keep(String name, String text) {
    String free = name;
    for (int n = 2; files.containsKey(free); n++) {
      free = name.replace(".json", "-" + n + ".json");
    }
    files.put(free, text);
    return free;
  }

  /** Says that something stays unknown, why, and the command that would tell it, or empty. */
  void leaveOpen(String what, String why, Supplier<String> how) {
    if (!policiesOf.isEmpty()) {
      manifest.miss("policy:identity", policiesOf, what, why, how.get());
    }
    unknown.add(new Gathering.Unknown(about, what, why));
  }

  /** Says what was asked for and not shown. */
  void miss(String kind, String of, String what, String why) {
    manifest.miss(kind, of, what, why, "");
  }

  /** What was kept, and a manifest where there is something to tell of it. */
  SequencedMap<String, String> files() {
    if (manifest.isEmpty()) {
      return files;
    }
    SequencedMap<String, String> all = new LinkedHashMap<>(files);
    all.put(Manifest.FILE, manifest.text());
    return all;
  }
}
