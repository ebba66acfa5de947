package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON with the place of every value; what is wrong with it is told, not thrown. */
final class Json {

  static final String MORE_TEXT = "more text follows the document's end";

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final String json;
  private final Lines lines;

  private Json(JsonParser parser, String json, Lines lines) {
    this.parser = parser;
    this.json = json;
    this.lines = lines;
  }

  /** The one value in a text; empty, with a fault, where there is none. */
  static Optional<Node> read(String text, List<Fault> faults) {
    Lines lines = new Lines(text);
    String json = Irregularities.blank(text, lines, faults);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      Json reader = new Json(parser, json, lines);
      if (parser.nextToken() == null) {
        faults.add(new Fault(Code.JSON_SYNTAX_ERROR, "the text is empty", Position.START));
        return Optional.empty();
      }
      Node node = reader.value();
      if (parser.nextToken() != null) {
        faults.add(new Fault(Code.JSON_SYNTAX_ERROR, MORE_TEXT, reader.place()));
        return Optional.empty();
      }
      return Optional.of(node);
    } catch (StreamConstraintsException tooLarge) {
      faults.add(new Fault(Code.JSON_SYNTAX_ERROR, "nested too deep or too long", Position.START));
      return Optional.empty();
    } catch (StreamReadException broken) {
      int offset = JsonFaults.offset(broken, json);
      faults.add(
          new Fault(
              Code.JSON_SYNTAX_ERROR,
              "no JSON: " + JsonFaults.words(broken, json),
              lines.between(offset, offset)));
      return Optional.empty();
    }
  }

  private Node value() {
    int start = start();
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(start);
      case START_ARRAY -> array(start);
      case VALUE_NULL -> new Node.Nothing(place());
      default -> new Node.Text(parser.getString(), place());
    };
  }

  private Node object(int start) {
    List<Node.Member> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Located key = new Located(parser.currentName(), keyPlace());
      parser.nextToken();
      members.add(new Node.Member(key, value()));
    }
    return new Node.Members(members, lines.between(start, start() + 1));
  }

  private Node array(int start) {
    List<Node> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value());
    }
    return new Node.Items(values, lines.between(start, start() + 1));
  }

  private int start() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }

  /** The place of a key with its quotes; the parser has read past it, to its value. */
  private Position keyPlace() {
    int start = start();
    int end = start + 1;
    while (json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    return lines.between(start, end + 1);
  }

  /** The place of the token, which is read to its end. */
  private Position place() {
    int start = start();
    parser.finishToken();
    return lines.between(start, (int) parser.currentLocation().getCharOffset());
  }
}
