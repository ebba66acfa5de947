package awsleuth.boto.params;

import awsleuth.aws.Shape;
import awsleuth.boto.python.PyValue;
import java.util.List;

/** Says what a value is to be where it cannot be corrected, and gives one to be filled in. */
record Wanted(Shapes shapes, Placeholders placeholders, List<Advice> advice) {

  private static final int MOST_MEMBERS = 6;

  /** Says what the elements of a list are; one of them. */
  PyValue list(Shape.ListOf shape, Place place) {
    Shapes.Known element = shapes.of(shape.element());
    String of = element.members().isEmpty() ? "`" + shape.element() + "`" : dicts("dicts", element);
    advice.add(new Advice(place, Advice.Kind.MEANT, "a list of " + of + " is wanted"));
    return instead(place, shape.name());
  }

  /** Says what the members of a structure are; one. */
  PyValue structure(Shape.Structure shape, Shapes.Known known, Place place) {
    advice.add(new Advice(place, Advice.Kind.MEANT, "a " + dicts("dict", known) + " is wanted"));
    return instead(place, shape.name());
  }

  /** Says that {@code None} is no value where one is required; one. */
  PyValue scalar(Shape.Scalar shape, Place place) {
    String text = "it is required: None is no value for botocore";
    advice.add(new Advice(place, Advice.Kind.MEANT, text));
    return instead(place, shape.name());
  }

  /** A value of a shape to be filled in. */
  PyValue instead(Place place, String shape) {
    String name = place instanceof Place.Member(Place _, String member) ? member : shape;
    return placeholders.of(shape, name, place);
  }

  private static String dicts(String word, Shapes.Known of) {
    List<String> members = of.memberNames();
    return members.isEmpty()
        ? word
        : word
            + " with "
            + String.join(", ", members.subList(0, Math.min(MOST_MEMBERS, members.size())))
            + (members.size() > MOST_MEMBERS ? ", …" : "");
  }
}
