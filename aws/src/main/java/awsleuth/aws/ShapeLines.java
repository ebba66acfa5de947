package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;

/** From the fields of a line of a service text to the value; {@link ServiceWriter} writes them. */
final class ShapeLines {

  private ShapeLines() {}

  static ServiceMetadata metadata(List<String> f) {
    return new ServiceMetadata(
        f.get(0),
        Fields.words(f.get(1)),
        f.get(2),
        f.get(3),
        f.get(4),
        f.get(5),
        f.get(6),
        f.get(7),
        Fields.words(f.get(8)),
        f.get(9),
        Fields.words(f.get(10)),
        Fields.words(f.get(11)),
        f.get(12),
        f.get(13),
        has(f.get(14), 'q'));
  }

  static Operation operation(List<String> f) {
    String traits = f.get(4);
    return new Operation(
        f.get(0),
        f.get(1),
        f.get(2),
        f.get(3),
        Fields.words(f.get(6)),
        f.get(5),
        has(traits, 'r'),
        has(traits, 'd'),
        has(traits, 'u'),
        has(traits, 'p'),
        Fields.words(f.get(7)),
        f.get(8),
        has(traits, 'b'),
        ruleParameters(f.get(9)),
        new Operation.Checksum(has(traits, 'c'), f.get(10), f.get(11)),
        has(traits, 'e')
            ? Operation.Discovery.DISCOVERS
            : has(traits, 'q')
                ? Operation.Discovery.REQUIRED
                : has(traits, 'o') ? Operation.Discovery.OPTIONAL : Operation.Discovery.NONE);
  }

  private static List<Operation.RuleParameter> ruleParameters(String field) {
    List<Operation.RuleParameter> all = new ArrayList<>();
    for (String each : Fields.parts(field, '|')) {
      int end = 0;
      while (each.charAt(end) != '=' && each.charAt(end) != ':') {
        end++;
      }
      String name = each.substring(0, end);
      String value = each.substring(end + 1);
      all.add(
          each.charAt(end) == '='
              ? new Operation.RuleParameter.Fixed(name, value)
              : new Operation.RuleParameter.Path(name, value));
    }
    return List.copyOf(all);
  }

  static ErrorShape error(List<String> f) {
    String traits = f.get(3);
    return new ErrorShape(
        f.get(0),
        f.get(1),
        f.get(2).isEmpty() ? 0 : Integer.parseInt(f.get(2)),
        has(traits, 's'),
        has(traits, 'f'),
        has(traits, 'r'),
        has(traits, 't'));
  }

  static Shape shape(List<String> f) {
    String name = f.get(0);
    String type = f.get(1);
    String traits = attribute(f, 'f');
    Shape.Limits limits = new Shape.Limits(attribute(f, 'n'), attribute(f, 'x'));
    return switch (type) {
      case "structure" ->
          new Shape.Structure(
              name,
              members(f),
              required(f),
              has(traits, 'u'),
              has(traits, 'd'),
              has(traits, 's'),
              has(traits, 'h'),
              attribute(f, 'y'));
      case "list" ->
          new Shape.ListOf(
              name,
              attribute(f, 'l'),
              limits,
              has(traits, 'f'),
              has(traits, 'h'),
              attribute(f, 'w'));
      case "map" ->
          new Shape.MapOf(
              name,
              attribute(f, 'k'),
              attribute(f, 'v'),
              limits,
              has(traits, 'f'),
              has(traits, 'h'),
              attribute(f, 'i'),
              attribute(f, 'j'));
      default ->
          new Shape.Scalar(
              name,
              type,
              limits,
              attribute(f, 'p'),
              attributes(f, 'e'),
              has(traits, 'h'),
              has(traits, 't'),
              attribute(f, 't'));
    };
  }

  private static List<Shape.Member> members(List<String> fields) {
    List<Shape.Member> members = new ArrayList<>();
    for (String member : attributes(fields, 'm')) {
      List<String> p = Fields.parts(member, '|');
      String traits = p.get(2);
      members.add(
          new Shape.Member(
              p.get(0),
              p.get(1),
              has(traits, 'r'),
              p.get(3),
              p.get(4),
              has(traits, 'i'),
              has(traits, 'h'),
              p.get(5),
              p.get(6),
              p.get(7),
              has(traits, 'j'),
              has(traits, 'f'),
              has(traits, 't')));
    }
    return List.copyOf(members);
  }

  /** The order of the model where the line has it, else that of the members. */
  private static List<String> required(List<String> fields) {
    List<String> listed = attributes(fields, 'q');
    return listed.isEmpty()
        ? members(fields).stream().filter(Shape.Member::required).map(Shape.Member::name).toList()
        : listed;
  }

  private static String attribute(List<String> fields, char letter) {
    List<String> all = attributes(fields, letter);
    return all.isEmpty() ? "" : all.getFirst();
  }

  private static List<String> attributes(List<String> fields, char letter) {
    List<String> found = new ArrayList<>();
    for (int i = 2; i < fields.size(); i++) {
      if (fields.get(i).charAt(0) == letter) {
        found.add(fields.get(i).substring(1));
      }
    }
    return List.copyOf(found);
  }

  private static boolean has(String traits, char letter) {
    return traits.indexOf(letter) >= 0;
  }
}
