package awsleuth.boto.call;

import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.python.TypedJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the value of an option is to be written, said where the CLI cannot parse it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html">Shorthand
 *     syntax</a>
 */
record CliSyntax(Service service) {

  private static final int MOST = 4;

  /**
   * In words; empty where there is nothing to say.
   *
   * @param fault what the CLI says
   * @param words the option's
   */
  String meant(String fault, @Nullable Shape shape, List<String> words) {
    if (fault.startsWith(CliValues.NO_INT) || fault.startsWith(CliValues.NO_FLOAT)) {
      return fault.startsWith(CliValues.NO_INT) ? "a whole number" : "a number";
    }
    return fault.contains("Invalid JSON") ? json(words) : shorthand(shape);
  }

  /** What is wrong with the JSON, and that it may be for its quotes. */
  private static String json(List<String> words) {
    for (String word : words) {
      if (TypedJson.read(word) instanceof TypedJson.Unreadable u) {
        String bare =
            word.indexOf('"') < 0
                ? "; a shell takes quotes away, so that JSON stands in single quotes"
                : "";
        return u.why() + ", line " + u.line() + ", column " + u.column() + bare;
      }
    }
    return "";
  }

  private String shorthand(@Nullable Shape shape) {
    Shape element =
        shape instanceof Shape.ListOf l ? service.shape(l.element()).orElse(null) : shape;
    String form =
        switch (element) {
          case Shape.Structure s -> members(s);
          case Shape.MapOf m -> "KEY=" + value(service.shape(m.value()));
          case Shape.Scalar _, Shape.ListOf _ -> "";
          case null -> "";
        };
    String more = shape instanceof Shape.ListOf ? ", a space between two of them," : "";
    return form.isEmpty() ? "" : "it is written " + form + more + " or as JSON";
  }

  private String members(Shape.Structure shape) {
    String members =
        shape.members().stream()
            .limit(MOST)
            .map(m -> m.name() + "=" + value(service.shape(m.shape())))
            .collect(Collectors.joining(","));
    return members + (shape.members().size() > MOST ? ",…" : "");
  }

  private static String value(Optional<Shape> shape) {
    return switch (shape.orElse(null)) {
      case Shape.ListOf _ -> "VALUE,VALUE";
      case Shape.Structure _ -> "{…}";
      case Shape.MapOf _ -> "{KEY=VALUE}";
      case Shape.Scalar _ -> "VALUE";
      case null -> "VALUE";
    };
  }
}
