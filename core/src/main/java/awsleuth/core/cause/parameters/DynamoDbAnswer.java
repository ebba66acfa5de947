package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;

/** What DynamoDB refuses, with the remedy. */
enum DynamoDbAnswer implements StandardAnswer {
  /** DynamoDB developer guide, "Expression attribute names". */
  RESERVED_WORD("reserved keyword: ") {
    @Override
    public List<Fix> fixes(Facts facts) {
      String word = Mentioned.after(facts, "reserved keyword: ").orElse("<attribute>");
      String name = Literal.name(word, "<attribute>");
      return List.of(
          Fix.codeEdit(
              "write `#" + Literal.name(word, "name") + "` in the expression and say its name",
              "ExpressionAttributeNames={\"#" + name + "\": \"" + name + "\"}"));
    }
  },
  KEY_SCHEMA(
      "provided key element does not match the schema",
      "missing the key",
      "the number of conditions on the keys is invalid",
      "type mismatch for key") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.command(
              "see which keys the table has, and of which types: all of them must be given",
              "aws dynamodb describe-table --table-name "
                  + facts.argument("TableName", "<table>")
                  + " --query 'Table.[KeySchema,AttributeDefinitions]'"));
    }
  },
  /** DynamoDB developer guide, "Naming rules and data types": since 2020 of keys alone. */
  EMPTY_STRING(
      "an attributevalue may not contain an empty string", "cannot contain an empty string value") {
    @Override
    public String summary() {
      return "an attribute that is a key of the table or of an index is an empty string";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "leave the attribute out where it is empty, or make no call without a key",
              "item = {name: value for name, value in item.items() if value != \"\"}"));
    }
  },
  ITEM_SIZE("item size has exceeded the maximum allowed size", "item size to update has exceeded") {
    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          new Fix.CodeEdit(
              "an item has 400 KB at most, names included: keep what is large in S3",
              "Item={\"<key>\": <value>, \"<attribute>\": \"s3://<bucket>/<key>\"}",
              Fix.Applicability.TEMPLATE));
    }
  },
  /** DynamoDB API reference, Query: the partition key of the table or index is to be given. */
  MISSED_KEY("query condition missed key schema element: ") {
    @Override
    public List<Fix> fixes(Facts facts) {
      String key = Mentioned.after(facts, "schema element: ").orElse("");
      return List.of(
          Fix.codeEdit(
              "say which value the key has; where none is known, scan, or query an index without"
                  + " it",
              "KeyConditionExpression=Key("
                  + Literal.python(key.isEmpty() ? "<key>" : key)
                  + ").eq(<value>)"),
          Fix.command(
              "see the keys of the table and of its indexes",
              "aws dynamodb describe-table --table-name "
                  + facts.argument("TableName", "<table>")
                  + " --query"
                  + " 'Table.[KeySchema,GlobalSecondaryIndexes[].[IndexName,KeySchema]]'"));
    }
  },
  /** DynamoDB API reference, BatchWriteItem and BatchGetItem: each key once. */
  DUPLICATES("list of item keys contains duplicates") {
    @Override
    public String summary() {
      return "one request names the same key twice";
    }

    @Override
    public List<Fix> fixes(Facts facts) {
      return List.of(
          Fix.codeEdit(
              "let the last item of a key win, before it is sent",
              "with table.batch_writer(overwrite_by_pkeys=[\"<partition key>\", \"<sort key>\"]) as"
                  + " batch:"));
    }
  };

  private final List<String> phrases;

  DynamoDbAnswer(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }
}
