package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The elements of a list as they are meant, each of which is then corrected by itself. */
final class ListElements {

  private final Shapes shapes;
  private final List<Advice> advice;

  ListElements(Shapes shapes, List<Advice> advice) {
    this.shapes = shapes;
    this.advice = advice;
  }

  /** Without what is no element, and one for each of what was joined or divided wrongly. */
  List<PyValue> of(List<PyValue> items, String element, Place place) {
    return given(divided(items, element, place), element, place);
  }

  /** The elements, without each {@code None} where others are there and none can be one. */
  private List<PyValue> given(List<PyValue> items, String element, Place place) {
    List<PyValue> given = items.stream().filter(i -> !(i instanceof None)).toList();
    boolean left = given.size() < items.size() && !given.isEmpty() && shapes.isScalar(element);
    if (left) {
      changed(place, "None is no element for botocore; it is left out");
    }
    return left ? given : items;
  }

  /** The elements, those joined and divided that are divided wrongly. */
  private List<PyValue> divided(List<PyValue> items, String element, Place place) {
    Optional<List<PyValue>> joined = SplitItems.joined(items, shapes.of(element));
    if (joined.isPresent()) {
      refused(place, "a name without its value and a value without its name are two elements");
      changed(place, "both are in one element, in the AWS CLI with a comma between them");
    }
    if (!SplitItems.areIds(place, element)) {
      return joined.orElse(items);
    }
    List<PyValue> divided = new ArrayList<>();
    for (PyValue item : joined.orElse(items)) {
      List<PyValue> ids = SplitItems.ids(item);
      if (!ids.isEmpty()) {
        String text = ScalarCorrection.shortened(PythonText.str(item));
        refused(place, "`" + text + "` is one element for the service");
        changed(place, "each ID is an element of its own");
      }
      divided.addAll(ids.isEmpty() ? List.of(item) : ids);
    }
    return divided;
  }

  private void refused(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.REFUSED_BY_SERVICE, text));
  }

  private void changed(Place place, String text) {
    advice.add(new Advice(place, Advice.Kind.CHANGED, text));
  }
}
