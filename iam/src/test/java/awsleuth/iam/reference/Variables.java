package awsleuth.iam.reference;

import java.util.Optional;

/** Policy variables (IAM user guide, "IAM policy elements: Variables and tags"). */
final class Variables {

  private final Keys keys;

  Variables(Keys keys) {
    this.keys = keys;
  }

  /** The text with variables replaced, as a pattern; empty where one has no value. */
  Optional<Pattern> pattern(String text) {
    Pattern all = Pattern.of("");
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf("${", at);
      int end = start < 0 ? -1 : text.indexOf('}', start);
      if (end < 0) {
        return Optional.of(all.then(Pattern.of(text.substring(at))));
      }
      Optional<String> value = value(text.substring(start + 2, end));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      all = all.then(Pattern.of(text.substring(at, start))).then(Pattern.literal(value.get()));
      at = end + 1;
    }
    return Optional.of(all);
  }

  /** The same as a text in which nothing is a wildcard. */
  Optional<String> text(String text) {
    return pattern(text)
        .map(pattern -> {
          StringBuilder all = new StringBuilder();
          pattern.symbols().forEach(symbol -> all.append(symbol.letter()));
          return all.toString();
        });
  }

  /** "Special characters"; "Specifying default values". */
  private Optional<String> value(String inside) {
    if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
      return Optional.of(inside);
    }
    int comma = inside.indexOf(',');
    String name = comma < 0 ? inside : inside.substring(0, comma);
    Optional<String> value = keys.variable(name.strip());
    if (value.isPresent() || comma < 0) {
      return value;
    }
    String otherwise = inside.substring(comma + 1).strip();
    boolean quoted =
        otherwise.length() >= 2 && otherwise.startsWith("'") && otherwise.endsWith("'");
    return quoted ? Optional.of(otherwise.substring(1, otherwise.length() - 1)) : Optional.empty();
  }
}
