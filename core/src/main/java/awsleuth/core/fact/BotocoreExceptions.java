package awsleuth.core.fact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of {@code botocore.exceptions}, by their simple names. */
final class BotocoreExceptions {

  private static final String TABLE = "/awsleuth/core/read/botocore-exceptions.tsv";
  private static final Set<String> NAMES = names();

  private BotocoreExceptions() {}

  /** Whether botocore has a class of this name, so that no other library raised it. */
  static boolean has(String exception) {
    return NAMES.contains(exception);
  }

  private static Set<String> names() {
    try (InputStream in = BotocoreExceptions.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException(TABLE + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(row -> row.indexOf('\t') > 0)
          .map(row -> row.substring(0, row.indexOf('\t')))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
