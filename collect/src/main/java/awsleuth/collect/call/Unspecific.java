package awsleuth.collect.call;

import awsleuth.boto.retry.script.HttpPhrases;
import awsleuth.boto.retry.script.Protocol;
import awsleuth.collect.wire.HttpReply;
import java.util.Optional;

/**
 * Errors that are of no protocol of AWS, as load balancers and proxies send them: botocore takes
 * the code and the message from the status then.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/parsers.py">parsers.py</a>
 */
final class Unspecific {

  private static final int SERVER_ERROR = 500;

  private Unspecific() {}

  /** The message that botocore has for such an answer; empty for other answers. */
  static Optional<String> phrase(HttpReply reply, Protocol protocol) {
    String body = reply.body().strip();
    boolean page = reply.status() >= SERVER_ERROR && (body.isEmpty() || body.startsWith("<html>"));
    boolean unread =
        protocol == Protocol.REST_XML && (body.isEmpty() || DocumentReader.read(body).isEmpty());
    return page || unread ? Optional.of(HttpPhrases.of(reply.status())) : Optional.empty();
  }
}
