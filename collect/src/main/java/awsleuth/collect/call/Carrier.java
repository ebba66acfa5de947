package awsleuth.collect.call;

import awsleuth.boto.credentials.Keys;
import awsleuth.boto.endpoint.Signing;
import awsleuth.boto.request.Message;
import awsleuth.collect.wire.BareUrl;
import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.HttpCall;
import awsleuth.collect.wire.HttpReply;
import awsleuth.collect.wire.Route;
import awsleuth.collect.wire.Signature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Signs messages and sends them.
 *
 * @param route proxies and certificates
 * @param longest of one call
 * @param all when no call may go on any more
 */
record Carrier(Route route, Duration longest, Deadline all) {

  HttpReply carry(Message message, Keys keys, Deadline until) throws Broken {
    HttpCall call =
        new HttpCall(message.method(), address(message.url()), message.headers(), message.body());
    Signing signing = message.signing();
    HttpCall sent = signing.signed() ? signature(signing).sign(call, keys, Instant.now()) : call;
    return route.send(sent, until);
  }

  /** Whether there is no time for a call. */
  boolean isOver() {
    return all.isOver();
  }

  /** Until when a call is waited for that is sent now. */
  Deadline fromNow() {
    Duration left = all.fromNow().whole();
    return Deadline.in(left.compareTo(longest) < 0 ? left : longest);
  }

  /** Java finds no host behind a password with a sign in it; urllib3 does. */
  private static URI address(String url) {
    URI whole = URI.create(url);
    return whole.getHost() == null ? URI.create(BareUrl.of(url)) : whole;
  }

  private static Signature signature(Signing signing) {
    return new Signature(
        signing.name(),
        Optional.ofNullable(signing.region()).orElse("us-east-1"),
        signing.version().startsWith("s3v4"));
  }
}
