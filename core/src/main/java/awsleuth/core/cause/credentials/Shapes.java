package awsleuth.core.cause.credentials;

import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.EnvironmentVariable.Shape;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/**
 * A key id, secret or token whose form is spoilt.
 *
 * @param name the variable or key
 */
record Shapes(Optional<String> name, Optional<Source> source) {

  private static final List<String> NAMES =
      List.of("aws_access_key_id", "aws_secret_access_key", "aws_session_token");

  static Shapes in(Facts facts) {
    return facts.once(Shapes.class, Shapes::find);
  }

  private static Shapes find(Facts facts) {
    for (EnvironmentVariable v : facts.environment()) {
      if (NAMES.contains(v.name().toLowerCase(java.util.Locale.ROOT)) && isSpoilt(v.shape())) {
        return new Shapes(Optional.of(v.name()), Optional.of(v.source()));
      }
    }
    for (ProfileSetting s : facts.settings()) {
      if (NAMES.contains(s.key()) && isSpoilt(s.shape())) {
        return new Shapes(Optional.of(s.key()), Optional.of(s.source()));
      }
    }
    return new Shapes(Optional.empty(), Optional.empty());
  }

  private static boolean isSpoilt(Shape shape) {
    return shape != Shape.PLAIN && shape != Shape.EMPTY;
  }
}
