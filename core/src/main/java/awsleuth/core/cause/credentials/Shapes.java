package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Setting;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.EnvironmentVariable.Shape;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Key ids, secrets and tokens in use whose form is spoilt.
 *
 * @param because what is spoilt, and where; empty where nothing is
 * @param fixes what puts it right, as far as that is certain
 */
record Shapes(List<Citation> because, List<Fix> fixes) {

  private static final List<String> NAMES =
      List.of(
          "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token");

  static Shapes in(Facts facts) {
    return facts.once(Shapes.class, Shapes::find);
  }

  boolean isEmpty() {
    return because.isEmpty();
  }

  private static Shapes find(Facts facts) {
    Shapes found = new Shapes(new ArrayList<>(), new ArrayList<>());
    KeySource source = KeySource.in(facts);
    if (source.profile().isEmpty()) {
      facts.environment().forEach(found::variable);
    }
    if (source.profile().isPresent() || !facts.boto().hasEnvironment()) {
      settings(facts.boto(), source).forEach(s -> found.setting(facts, s));
    }
    return found;
  }

  private void variable(EnvironmentVariable v) {
    boolean spoilt = v.shape() != Shape.PLAIN && v.shape() != Shape.EMPTY;
    if (spoilt && NAMES.contains(v.name().toLowerCase(Locale.ROOT))) {
      because.add(Facts.cite(v.name() + " " + words(v.shape()), v.source()));
      if (v.shape() == Shape.PADDED) {
        fixes.add(
            Fix.command(
                "take the white space out of " + v.name(),
                "export "
                    + v.name()
                    + "=\"$(printf %s \"$"
                    + v.name()
                    + "\" | tr -d ' \\t\\r\\n')\""));
      }
    }
  }

  private static String words(Shape shape) {
    return switch (shape) {
      case PADDED -> "begins or ends with white space, which is part of it";
      case QUOTED -> "is in quotes, which are part of it";
      case BROKEN -> "has a space, a line break or a backslash within";
      case PLAIN, EMPTY -> "is as it should be";
    };
  }

  /** The settings with keys: those of the profile in use, or all where none is known. */
  private static List<Setting> settings(BotoSetup boto, KeySource source) {
    return boto.files().readable().stream()
        .flatMap(f -> f.sections().stream())
        .filter(s ->
            source.place().isEmpty()
                || s.settings().values().stream()
                    .anyMatch(t -> boto.source(t.place()).equals(source.place().get())))
        .flatMap(s -> s.settings().values().stream())
        .filter(s -> NAMES.contains(s.name()))
        .toList();
  }

  private void setting(Facts facts, Setting setting) {
    for (Misread m : Misread.at(facts, facts.boto().source(setting.place()))) {
      because.add(m.citation());
      fixes.add(m.fix());
    }
  }
}
