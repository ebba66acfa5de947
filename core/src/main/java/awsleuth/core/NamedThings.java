package awsleuth.core;

import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Source;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What failed calls name by their parameters: a bucket, a table, a queue. Failures that are alike
 * but for it are of different things, of which so many are told apart.
 */
final class NamedThings {

  private static final int MOST = 20;

  /** Made where it is needed: most failures come without parameters. */
  private static final class Naming {
    /** Parameters that name a thing; a key of an object or an item is none of them. */
    static final Pattern NAME =
        Pattern.compile(
            "(?!(?i).*(?:token|session|client))(?:Bucket|[A-Za-z]{0,60}(?:Name|name|Arn|ARN|arn|Url"
                + "|Id|Identifier|Stack|Cluster|cluster))");

    private Naming() {}
  }

  private final Map<Source, String> names = new HashMap<>();
  private final Map<String, Set<String>> told = new HashMap<>();

  private NamedThings() {}

  /** Those of the calls among evidence whose parameters were seen with their failure. */
  static NamedThings of(Iterable<? extends Evidence> evidence) {
    NamedThings named = new NamedThings();
    for (Evidence e : evidence) {
      if (e instanceof GivenParameters given) {
        named.names.put(given.source(), names(given));
      }
    }
    return named;
  }

  private static String names(GivenParameters given) {
    Map<String, String> found = new TreeMap<>();
    given
        .call()
        .params()
        .entries()
        .forEach((name, value) -> {
          if (name instanceof PyValue.Str(String n)
              && value instanceof PyValue.Str(String v)
              && Naming.NAME.matcher(n).matches()) {
            found.put(n, v);
          }
        });
    return found.toString();
  }

  /** What the failure has in common with those that are the same; all beyond the most are. */
  String kind(Failure failure) {
    String kind = failure.call().kind();
    String name = names.getOrDefault(failure.source(), "");
    Set<String> known = told.computeIfAbsent(kind, _ -> new LinkedHashSet<>());
    if (known.contains(name) || known.size() < MOST) {
      known.add(name);
      return kind + "|" + name;
    }
    return kind + "|…";
  }
}
