package awsleuth.boto.retry.script;

import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.RateLimiter;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Retryer;
import awsleuth.boto.retry.Retryer.End;
import awsleuth.boto.retry.Retryer.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A client that calls a scripted server.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/endpoint.py">endpoint.py</a>
 */
final class ScriptedClient {

  private static final double START = 1000;
  private static final double BEFORE_REQUEST = 0.05;

  /** Where Python's stack ends when S3's redirections ask for the bucket's Region within one. */
  private static final int DEEPEST = 80;

  private final ScriptedServer server;
  private final Retryer retryer;
  private final @Nullable RateLimiter limiter;
  private final Target head;
  private final boolean hasBucket;
  private final Function<Target, String> url;
  private double clock = START;
  private List<Double> sleeps = new ArrayList<>();
  private List<Double> waits = new ArrayList<>();

  /**
   * @param head how S3's HeadBucket is called; of no meaning with other services
   * @param hasBucket whether the calls name a bucket
   * @param url the URL of a request
   */
  ScriptedClient(
      RetrySettings settings,
      boolean afterOrganizations,
      ScriptedServer server,
      Target head,
      boolean hasBucket,
      Function<Target, String> url,
      DoubleSupplier random) {
    this.server = server;
    this.retryer = new Retryer(settings, afterOrganizations, random);
    this.limiter = settings.mode() == RetryMode.ADAPTIVE ? new RateLimiter(START) : null;
    this.head = head;
    this.hasBucket = hasBucket;
    this.url = url;
  }

  CallResult call(Target target) {
    int before = server.seen();
    sleeps = new ArrayList<>();
    waits = new ArrayList<>();
    Ended ended;
    try {
      ended = attempts(target, 0);
    } catch (Raised raised) {
      return result(before, raised.exception(), raised.message(), null);
    }
    if (ended.response.status() < 300) {
      return result(before, "", "", ended);
    }
    return result(before, target.exception(ended.response.code()), message(target, ended), ended);
  }

  /** A response, and what the metadata says of it. */
  private record Ended(Reply.Readable response, int attempts, boolean reached, boolean quota) {}

  private CallResult result(int before, String exception, String message, @Nullable Ended ended) {
    return new CallResult(
        exception,
        message,
        server.seen() - before,
        ended == null ? OptionalInt.empty() : OptionalInt.of(ended.response.status()),
        ended == null ? OptionalInt.empty() : OptionalInt.of(ended.attempts - 1),
        ended != null && ended.reached,
        ended != null && ended.quota,
        List.copyOf(sleeps),
        List.copyOf(waits));
  }

  private static String message(Target target, Ended ended) {
    boolean told = ended.response.error();
    String suffix = ended.reached ? " (reached max retries: " + (ended.attempts - 1) + ")" : "";
    return "An error occurred ("
        + (told ? ended.response.code() : "Unknown")
        + ") when calling the "
        + target.operation().name()
        + " operation"
        + suffix
        + ": "
        + (told ? ended.response.message() : "Unknown");
  }

  private Ended attempts(Target target, int depth) throws Raised {
    Retryer.Call call = new Retryer.Call();
    boolean redirected = false;
    for (int attempt = 1; ; attempt++) {
      clock += BEFORE_REQUEST;
      if (limiter != null) {
        clock = limiter.acquire(clock, waits::add);
      }
      Reply reply = server.answer(target);
      if (reply instanceof Reply.Unreadable unreadable) {
        throw new Raised(unreadable.exception(), unreadable.message());
      }
      Answer answer = answer(reply);
      Retryer.Decision decision = retryer.decide(target.called(), answer, attempt, call);
      if (decision instanceof End end) {
        end.pause().ifPresent(this::sleep);
        if (end.checksumError()) {
          throw checksumError((Reply.Readable) reply);
        }
      }
      boolean redirects = !redirected && redirects(target, reply, depth);
      redirected |= redirects;
      if (limiter != null) {
        limiter.record(clock, target.called().isThrottling(answer));
      }
      Optional<Ended> ended = next(target, reply, decision, redirects, attempt, call);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
  }

  private static Answer answer(Reply reply) {
    return switch (reply) {
      case Reply.Readable readable -> readable.answer();
      case Reply.Broken broken -> broken.failure();
      case Reply.Unreadable unreadable -> throw new IllegalStateException(unreadable.message());
    };
  }

  /** Waits for the next attempt; or else the end of the call. */
  private Optional<Ended> next(
      Target target,
      Reply reply,
      Retryer.Decision decision,
      boolean redirects,
      int attempt,
      Retryer.Call call)
      throws Raised {
    if (decision instanceof Repeat repeat) {
      sleep(repeat.delay());
      return Optional.empty();
    }
    End end = (End) decision;
    if (redirects && end.pause().isEmpty()) {
      sleep(0);
      return Optional.empty();
    }
    if (!(reply instanceof Reply.Readable response)) {
      throw lost(((Reply.Broken) reply).failure(), url.apply(target));
    }
    if (response.status() < 300) {
      retryer.succeeded(call);
    }
    return Optional.of(new Ended(response, attempt, end.maxAttemptsReached(), end.quotaReached()));
  }

  private static Raised lost(Answer.Failure failure, String url) {
    return failure == Answer.Failure.READ_TIMEOUT
        ? new Raised(
            "botocore.exceptions.ReadTimeoutError", "Read timeout on endpoint URL: \"" + url + "\"")
        : new Raised(
            "botocore.exceptions.ConnectionClosedError",
            "Connection was closed before we received a valid response from endpoint URL: \""
                + url
                + "\".");
  }

  private static Raised checksumError(Reply.Readable response) {
    CRC32 crc = new CRC32();
    crc.update(response.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return new Raised(
        "botocore.exceptions.ChecksumError",
        "Checksum crc32 failed, expected checksum "
            + (crc.getValue() ^ 1)
            + " did not match calculated checksum "
            + crc.getValue()
            + ".");
  }

  private void sleep(double seconds) {
    sleeps.add(seconds);
    clock += seconds;
  }

  /**
   * Whether S3 says that the bucket is in another Region, and the call is sent there at once. Where
   * the answer does not name it, botocore asks HeadBucket, whose answer may again be a redirection.
   *
   * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">utils.py,
   *     S3RegionRedirectorv2</a>
   */
  private boolean redirects(Target target, Reply reply, int depth) throws Raised {
    if (!target.isS3()
        || !(reply instanceof Reply.Readable response)
        || !isElsewhere(target, response)) {
      return false;
    }
    if (!response.bucketRegion().isEmpty()) {
      return true;
    }
    if (!hasBucket) {
      throw new Raised("TypeError", "expected string or bytes-like object, got 'NoneType'");
    }
    if (depth >= DEEPEST) {
      throw new Raised("RecursionError", "maximum recursion depth exceeded in comparison");
    }
    return !attempts(head, depth + 1).response.bucketRegion().isEmpty();
  }

  private static boolean isElsewhere(Target target, Reply.Readable response) {
    int status = response.status();
    String code = response.code();
    boolean bare = code.equals("301") || code.equals("400");
    return status == 301
        || status == 302
        || status == 307
        || code.equals("PermanentRedirect")
        || (bare && target.operation().name().equals("HeadObject"))
        || (bare
            && target.operation().name().equals("HeadBucket")
            && !response.bucketRegion().isEmpty());
  }
}
