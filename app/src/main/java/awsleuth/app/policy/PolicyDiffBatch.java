package awsleuth.app.policy;

import awsleuth.app.command.BatchLines;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.diff.Undecided;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** {@code awsleuth policy diff --batch}: a pair of policies a line in, what differs a line out. */
final class PolicyDiffBatch implements BatchLines.Answers {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final IamCatalog catalog = IamCatalog.embedded();
  private final Optional<PolicyType> byOption;

  PolicyDiffBatch(Optional<PolicyType> byOption) {
    this.byOption = byOption;
  }

  /** What a line has. */
  private static final class Line {
    private String name = "";
    private String type = "";
    private final List<String> old = new ArrayList<>();
    private final List<String> now = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<Undecided> refused = new ArrayList<>();
  }

  @Override
  public String answer(String line, int number) {
    Line read = read(line);
    PolicyType type = type(read);
    List<Policy> old = policies("old", type, read.old, read);
    List<Policy> now = policies("new", type, read.now, read);
    return read.errors.isEmpty()
        ? PolicyDiffJson.batch(
            read.name,
            new Compared("old", "new", type, PolicyDiff.of(old, now, catalog).with(read.refused)))
        : PolicyDiffJson.error(read.name, read.errors);
  }

  @Override
  public String error(String line, String why) {
    return PolicyDiffJson.error("", List.of(why));
  }

  /** As the option has it, or as the JSON that comes out has it. */
  private PolicyType type(Line line) {
    String given = line.type.replace('-', '_').toUpperCase(Locale.ROOT);
    for (PolicyType type : PolicyType.values()) {
      if (type.name().equals(given)) {
        return type;
      }
    }
    if (!line.type.isEmpty()) {
      line.errors.add("`type` is no type of policies");
    }
    return byOption.orElse(PolicyType.IDENTITY);
  }

  private static List<Policy> policies(
      String side, PolicyType type, List<String> texts, Line line) {
    List<String> errors = line.errors;
    List<Policy> policies = new ArrayList<>();
    for (String text : texts) {
      Reading reading = PolicyParser.parse(side, type, text);
      reading.policy().ifPresent(policies::add);
      for (Fault fault : reading.faults()) {
        if (fault.code().undecidable()) {
          errors.add(side + ":" + fault.at() + " " + fault.message());
        } else if (fault.code().severity() == Fault.Severity.ERROR) {
          line.refused.add(RefusedPolicy.undecided(side, fault));
        }
      }
    }
    if (texts.isEmpty()) {
      errors.add("the line has no `" + side + "`");
    }
    if (texts.size() > 1) {
      Side.apart(type, true).ifPresent(why -> errors.add(side + ": " + why));
    }
    return policies;
  }

  private static Line read(String json) {
    Line line = new Line();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        line.errors.add("the line is no JSON object");
        return line;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "name" -> line.name = scalar(parser);
          case "type" -> line.type = scalar(parser);
          case "old" -> documents(parser, json, line.old);
          case "new" -> documents(parser, json, line.now);
          default -> parser.skipChildren();
        }
      }
    } catch (JacksonException broken) {
      line.errors.add("the line is no JSON");
    }
    return line;
  }

  private static String scalar(JsonParser parser) {
    String text = parser.getValueAsString("");
    parser.skipChildren();
    return text;
  }

  /** A document, or a list of them. */
  private static void documents(JsonParser parser, String json, List<String> found) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      found.add(document(parser, json));
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      found.add(document(parser, json));
    }
  }

  private static String document(JsonParser parser, String json) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    return json.substring(start, (int) parser.currentLocation().getCharOffset());
  }
}
