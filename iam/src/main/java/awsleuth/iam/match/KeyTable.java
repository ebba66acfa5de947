package awsleuth.iam.match;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys that some policies look at, each with a number; those that follow from every
 * request come first, in the order of {@link Derived}. Names are compared without regard to letter
 * case (IAM user guide, "Condition").
 */
public final class KeyTable {

  /** How many spellings are remembered; more are looked up anew each time. */
  private static final int MOST_SPELLINGS = 4096;

  /** A longer name is no key's, and not worth remembering. */
  private static final int LONGEST_SPELLING = 512;

  private static final Integer NONE = -1;

  private static final String REQUEST_TAG = "aws:requesttag/";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> tags = new HashMap<>();
  private final Map<String, Integer> spellings = new ConcurrentHashMap<>();

  /** A table of the derived keys alone. */
  public KeyTable() {
    for (Derived key : Derived.values()) {
      add(key.text());
    }
  }

  /** The number of a key, which is given one if it has none. Not for use by several threads. */
  int add(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    int number = numbers.computeIfAbsent(lower, _ -> numbers.size());
    if (lower.startsWith(REQUEST_TAG)) {
      tags.put(number, lower.substring(REQUEST_TAG.length()));
    }
    return number;
  }

  /** The tag, in lower case, that a key {@code aws:RequestTag/…} is about; null for other keys. */
  @Nullable String requestTag(int number) {
    return tags.get(number);
  }

  /** The number of a key; -1 where no policy looks at it. */
  int number(String key) {
    Integer known = spellings.get(key);
    if (known == null) {
      known = numbers.getOrDefault(key.toLowerCase(Locale.ROOT), NONE);
      if (spellings.size() < MOST_SPELLINGS && key.length() <= LONGEST_SPELLING) {
        spellings.put(key, known);
      }
    }
    return known;
  }

  int size() {
    return numbers.size();
  }
}
