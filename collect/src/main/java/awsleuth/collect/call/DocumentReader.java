package awsleuth.collect.call;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads answers of services, which may be hostile: no entities, no endless depth. */
final class DocumentReader {

  private static final int DEEPEST = 200;
  private static final JsonFactory JSON = new JsonFactory();

  private DocumentReader() {}

  /** The document; empty if the text is neither XML nor JSON. */
  static Optional<Document> read(String text) {
    String body = text.strip();
    try {
      if (body.isEmpty()) {
        return Optional.of(Document.EMPTY);
      }
      return switch (body.charAt(0)) {
        case '<' -> Optional.of(unwrapped(xml(body)));
        case '{', '[' -> Optional.of(json(body));
        default -> Optional.empty();
      };
    } catch (XMLStreamException | JacksonException | TooDeep e) {
      return Optional.empty();
    }
  }

  private static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** {@code <XResponse><XResult>…}: what is in the result. */
  private static Document unwrapped(Document root) {
    if (!root.name().endsWith("Response")) {
      return root;
    }
    return root.parts().stream().filter(p -> p.name().endsWith("Result")).findFirst().orElse(root);
  }

  private static Document xml(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
    int event = reader.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      event = reader.next();
    }
    return element(reader, 0);
  }

  private static Document element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    String name = reader.getLocalName();
    StringBuilder text = new StringBuilder();
    List<Document> parts = new ArrayList<>();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        parts.add(element(reader, depth + 1));
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
    return new Document(name, parts.isEmpty() ? text.toString() : "", List.copyOf(parts));
  }

  private static Document json(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value("", parser, 0);
    }
  }

  private static Document value(String name, JsonParser parser, int depth) {
    if (depth > DEEPEST) {
      throw new TooDeep();
    }
    JsonToken token = parser.currentToken();
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      boolean literal = token != null && (token.isNumeric() || token.isBoolean());
      String text = token == JsonToken.VALUE_NULL ? "" : parser.getString();
      return new Document(name, text, List.of(), literal);
    }
    List<Document> parts = new ArrayList<>();
    while (true) {
      JsonToken next = parser.nextToken();
      if (next == null || next == JsonToken.END_OBJECT || next == JsonToken.END_ARRAY) {
        return new Document(name, "", List.copyOf(parts));
      }
      String part = Document.ITEM;
      if (next == JsonToken.PROPERTY_NAME) {
        part = parser.getString();
        parser.nextToken();
      }
      parts.add(value(part, parser, depth + 1));
    }
  }
}
