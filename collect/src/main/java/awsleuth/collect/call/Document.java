package awsleuth.collect.call;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.TypedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a service answered, XML and JSON alike: members by name, of a list each item under the name
 * {@code member}. The wrappers of the query protocol are left out.
 *
 * @param name of the member that this is; {@code member} of an item
 * @param text of a leaf; empty of others
 * @param parts in their order
 * @param literal whether the text is a number, {@code true} or {@code false} of JSON
 */
public record Document(String name, String text, List<Document> parts, boolean literal) {

  Document(String name, String text, List<Document> parts) {
    this(name, text, parts, false);
  }

  /** Nothing. */
  public static final Document EMPTY = new Document("", "", List.of());

  /** The name of an item of a list. */
  static final String ITEM = "member";

  /** The member at a path of names; empty if there is none. */
  public Optional<Document> at(String... path) {
    Document here = this;
    for (String step : path) {
      Optional<Document> next = here.parts.stream().filter(p -> p.name.equals(step)).findFirst();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      here = next.get();
    }
    return Optional.of(here);
  }

  /** The text at a path of names; empty if there is none. */
  public String textAt(String... path) {
    return at(path).map(Document::text).orElse("");
  }

  /** The items of the list at a path of names; none if there is no such list. */
  public List<Document> items(String... path) {
    return at(path).map(Document::parts).orElse(List.of());
  }

  /** As a value of JSON: an object, a list where all parts are items, else a text. */
  public PyValue value() {
    if (parts.isEmpty()) {
      return literal && TypedJson.read(text) instanceof TypedJson.Value(PyValue value)
          ? value
          : new PyValue.Str(text);
    }
    if (parts.stream().allMatch(p -> p.name.equals(ITEM))) {
      return new PyValue.PyList(parts.stream().map(Document::value).toList());
    }
    SequencedMap<PyValue, PyValue> members = new LinkedHashMap<>();
    parts.forEach(p -> members.putIfAbsent(new PyValue.Str(p.name), p.value()));
    return new PyValue.Dict(members);
  }
}
