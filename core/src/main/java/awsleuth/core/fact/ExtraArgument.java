package awsleuth.core.fact;

import java.util.List;
import java.util.Optional;

/**
 * A key of {@code ExtraArgs} that boto3's transfers do not know: {@code Invalid extra_args key 'X',
 * must be one of: ACL, …}.
 *
 * @param key the one that was given
 * @param allowed those that there are
 * @see <a
 *     href="https://github.com/boto/s3transfer/blob/develop/s3transfer/manager.py">manager.py</a>
 */
public record ExtraArgument(String key, List<String> allowed) {

  private static final String BEFORE = "nvalid extra_args key '";
  private static final String BETWEEN = "', must be one of: ";

  /** What a failure says of such a key; empty where it says nothing. */
  public static Optional<ExtraArgument> in(Facts facts) {
    String message = facts.call().message();
    int from = message.indexOf(BEFORE) + BEFORE.length();
    int to = from < BEFORE.length() ? -1 : message.indexOf(BETWEEN, from);
    return to < 0
        ? Optional.empty()
        : Optional.of(
            new ExtraArgument(
                message.substring(from, to),
                List.of(message.substring(to + BETWEEN.length()).strip().split(", ", -1))));
  }
}
