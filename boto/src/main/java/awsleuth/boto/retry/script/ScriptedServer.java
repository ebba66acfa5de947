package awsleuth.boto.retry.script;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Int;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.retry.Answer;
import java.util.List;
import java.util.OptionalDouble;

/** A server that answers one request after the other as its steps say; the last one repeats. */
final class ScriptedServer {

  private final List<Dict> steps;
  private int seen;

  /**
   * A body was sent for HEAD, which has none: its first bytes are read as the next response, and
   * the connection may be gone by then.
   */
  private boolean leftOver;

  ScriptedServer(List<Dict> steps) {
    this.steps = steps;
  }

  /** How many requests it has seen. */
  int seen() {
    return seen;
  }

  Reply answer(Target target) {
    if (leftOver) {
      leftOver = false;
      return new Reply.Broken(Answer.Failure.CONNECTION_CLOSED, false);
    }
    Dict step = steps.get(Math.min(seen, steps.size() - 1));
    seen++;
    return answer(target, step);
  }

  private Reply answer(Target target, Dict step) {
    Parsing parsing = new Parsing(target);
    if (step.get("net") instanceof Str net) {
      return broken(target, net.value());
    }
    if (step.get("html") instanceof Int status) {
      boolean whole = step.get("wellformed") instanceof Bool b && b.value();
      return parsing.read(status.value().intValue(), whole ? Body.HTML : Body.BROKEN_HTML);
    }
    if (step.get("empty") instanceof Int status) {
      return parsing.read(status.value().intValue(), Body.EMPTY);
    }
    if (step.get("badbody") instanceof Int status) {
      return parsing.read(status.value().intValue(), Body.GARBAGE);
    }
    if (step.get("s3_200_error") instanceof Str code) {
      return parsing.read(200, Body.s3Error(code.value(), "embedded", ""));
    }
    if (step.get("s3_redirect") instanceof Int status) {
      Reply reply =
          parsing.read(
              status.value().intValue(),
              Body.s3Error("PermanentRedirect", "wrong endpoint", "eu-west-1"));
      return reply instanceof Reply.Readable r ? r.in("eu-west-1") : reply;
    }
    if (step.get("crc") instanceof Str crc) {
      return Reply.Readable.success(200).withChecksum(crc.value().equals("good"), "{}");
    }
    if (step.get("status") instanceof Int status && step.get("code") instanceof Str code) {
      return scripted(parsing, status.value().intValue(), code.value(), step);
    }
    return Reply.Readable.success(200);
  }

  private static Reply scripted(Parsing parsing, int status, String code, Dict step) {
    Dict headers =
        step.get("headers") instanceof Dict d ? d : new Dict(new java.util.LinkedHashMap<>());
    Reply reply = parsing.scripted(status, code, headers);
    return reply instanceof Reply.Readable r ? r.after(asked(headers)) : reply;
  }

  static OptionalDouble asked(Dict headers) {
    PyValue value = headers.get("x-amz-retry-after");
    if (!(value instanceof Str text)) {
      return OptionalDouble.empty();
    }
    try {
      long millis = Long.parseLong(text.value().strip());
      return millis < 0 ? OptionalDouble.empty() : OptionalDouble.of(millis / 1000.0);
    } catch (NumberFormatException notWhole) {
      return OptionalDouble.empty();
    }
  }

  private Reply broken(Target target, String how) {
    return switch (how) {
      case "stall" -> new Reply.Broken(Answer.Failure.READ_TIMEOUT, true);
      case "truncated", "badchunk" -> {
        if (target.isHead()) {
          leftOver = how.equals("truncated");
        }
        yield target.isHead() || target.streams()
            ? Reply.Readable.success(200)
            : new Reply.Broken(Answer.Failure.CONNECTION_CLOSED, true);
      }
      default -> new Reply.Broken(Answer.Failure.CONNECTION_CLOSED, true);
    };
  }
}
