package awsleuth.iam.batch;

import awsleuth.iam.PolicySet;
import awsleuth.iam.PolicySet.Level;
import awsleuth.iam.policy.Fault;
import awsleuth.iam.policy.JsonFaults;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of the batch contract. Documents are read where they stand in the line. */
final class BatchReader {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final BatchDecider batch;
  private final List<String> errors = new ArrayList<>();
  private String name = "";
  private RequestFields fields = new RequestFields();
  private final Set<String> unknown = new java.util.TreeSet<>();
  private final Map<String, List<Document>> documents = new LinkedHashMap<>();
  private PolicySet.Settings settings = PolicySet.Settings.NONE;

  /** The text of a policy, and the level that it is at. */
  private record Document(String text, int level, String levelId) {}

  BatchReader(BatchDecider batch) {
    this.batch = batch;
  }

  BatchLine read(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        errors.add("the line is no JSON object");
      } else {
        members(parser, json);
        if (parser.nextToken() != null) {
          errors.add("more text follows the object");
        }
      }
    } catch (JacksonException broken) {
      errors.add("the line is no JSON" + JsonFaults.at(broken, json));
    }
    Optional<Request> request =
        errors.isEmpty() ? fields.request(unknown, errors) : Optional.empty();
    PolicySet set = request.map(this::policies).orElse(PolicySet.NONE);
    return new BatchLine(
        name, errors.isEmpty() ? request : Optional.empty(), set, List.copyOf(errors));
  }

  private void members(JsonParser parser, String json) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      JsonToken token = parser.nextToken();
      switch (field) {
        case "name" -> name = RequestFields.text(parser, "name", errors);
        case "request" -> fields = RequestFields.read(parser, errors);
        case "unknown" -> strings(parser, token);
        case "settings" -> settings = SettingsReader.read(parser, errors);
        case "identityPolicies", "vpcEndpointPolicies" -> list(parser, json, field);
        case "scps", "rcps" -> levels(parser, json, field);
        case "resourcePolicy", "permissionBoundary", "sessionPolicy" ->
            document(parser, json, field, 0, "");
        default -> {
          Fields.unknown(field, Fields.LINE, errors);
          parser.skipChildren();
        }
      }
    }
  }

  private void strings(JsonParser parser, JsonToken token) {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token != JsonToken.START_ARRAY) {
      errors.add("`unknown` is no list");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      unknown.add(RequestFields.text(parser, "unknown", errors));
    }
  }

  private void list(JsonParser parser, String json, String field) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      document(parser, json, field, 0, "");
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      document(parser, json, field, 0, "");
    }
  }

  private void levels(JsonParser parser, String json, String field) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      errors.add("`" + field + "` is no list of levels");
      parser.skipChildren();
      return;
    }
    int level = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      level(parser, json, field, level++);
    }
  }

  private void level(JsonParser parser, String json, String field, int level) {
    String id = field + "[" + level + "]";
    List<Document> found = documents.computeIfAbsent(field, _ -> new ArrayList<>());
    found.add(new Document("", level, id));
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      errors.add(id + " is no object");
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String member = parser.currentName();
      parser.nextToken();
      if (member.equals("id")) {
        id = RequestFields.text(parser, field + " id", errors);
      } else if (member.equals("policies") && parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          document(parser, json, field, level, id);
        }
      } else if (member.equals("policies") && parser.currentToken() != JsonToken.VALUE_NULL) {
        errors.add("the `policies` of `" + field + "` are no list");
        parser.skipChildren();
      } else {
        unknownOfLevel(member);
        parser.skipChildren();
      }
    }
  }

  private void unknownOfLevel(String member) {
    if (!Fields.LEVEL.contains(member)) {
      Fields.unknown(member, Fields.LEVEL, errors);
    }
  }

  private void document(JsonParser parser, String json, String field, int level, String id) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();
    parser.finishToken();
    int end = (int) parser.currentLocation().getCharOffset();
    documents
        .computeIfAbsent(field, _ -> new ArrayList<>())
        .add(new Document(json.substring(start, end), level, id));
  }

  private PolicySet policies(Request request) {
    boolean trust =
        request.action().regionMatches(true, 0, "sts:", 0, 4)
            && request.resource().contains(":role/");
    return PolicySet.NONE
        .withIdentity(parse("identityPolicies", PolicyType.IDENTITY))
        .withResource(parse("resourcePolicy", trust ? PolicyType.TRUST : PolicyType.RESOURCE))
        .withBoundary(parse("permissionBoundary", PolicyType.BOUNDARY))
        .withSession(parse("sessionPolicy", PolicyType.SESSION))
        .withEndpoint(parse("vpcEndpointPolicies", PolicyType.VPC_ENDPOINT))
        .withScps(parseLevels("scps", PolicyType.SCP))
        .withRcps(parseLevels("rcps", PolicyType.RCP))
        .with(settings);
  }

  private List<Policy> parse(String field, PolicyType type) {
    List<Policy> policies = new ArrayList<>();
    for (Document d : documents.getOrDefault(field, List.of())) {
      parse(d, field + "[" + policies.size() + "]", type).ifPresent(policies::add);
    }
    return policies;
  }

  private List<Level> parseLevels(String field, PolicyType type) {
    Map<Integer, Level> levels = new LinkedHashMap<>();
    for (Document d : documents.getOrDefault(field, List.of())) {
      Level level =
          levels.computeIfAbsent(d.level(), _ -> new Level(d.levelId(), new ArrayList<>()));
      if (!d.text().isEmpty()) {
        String place = field + "[" + d.level() + "][" + level.policies().size() + "]";
        parse(d, place, type).ifPresent(level.policies()::add);
      }
    }
    return List.copyOf(levels.values());
  }

  private Optional<Policy> parse(Document document, String place, PolicyType type) {
    Reading reading = batch.reading(new BatchDecider.Written(place, type, document.text()));
    if (reading.policy().isEmpty()) {
      for (Fault fault : reading.faults()) {
        if (fault.code().undecidable()) {
          errors.add(place + ":" + fault.at() + " " + fault.message());
        }
      }
    }
    return reading.policy();
  }
}
