package awsleuth.core.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The message templates of botocore's own exceptions, read once. */
final class Templates {

  static final Templates BOTOCORE = new Templates();

  private final Map<String, Template> byName = new HashMap<>();
  final List<Template> telling = new ArrayList<>();

  private Templates() {
    for (String row : rows().split("\n")) {
      int tab = row.indexOf('\t');
      if (tab > 0) {
        String template = row.substring(tab + 1).replace("\\n", "\n");
        Template t = new Template(row.substring(0, tab), template);
        byName.put(t.exception, t);
        if (!t.anchor().isEmpty()) {
          telling.add(t);
        }
      }
    }
    telling.sort((a, b) -> Integer.compare(b.anchor().length(), a.anchor().length()));
  }

  Collection<Template> all() {
    return byName.values();
  }

  @Nullable Template named(String exception) {
    return byName.get(exception);
  }

  private static String rows() {
    try (InputStream in = Templates.class.getResourceAsStream("botocore-exceptions.tsv")) {
      if (in == null) {
        throw new IllegalStateException("botocore-exceptions.tsv is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
