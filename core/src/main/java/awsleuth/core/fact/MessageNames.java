package awsleuth.core.fact;

import awsleuth.aws.HostName;
import awsleuth.core.evidence.Failure.Passage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names of things in the sentences by which services and tools say what is wrong with them. */
final class MessageNames {

  private static final int LONGEST = 300;

  /** A parameter, and the words around its value; an empty end is the next white space. */
  private record Form(String parameter, String before, String after) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("name", "No cluster found for name: ", ""),
          new Form("clusterName", "No cluster found for name: ", ""),
          new Form("RoleName", "Role with name ", " "),
          new Form("RoleName", "The role with name ", " "),
          new Form("UserName", "User with name ", " "),
          new Form("UserName", "The user with name ", " "),
          new Form("GroupName", "Group with name ", " "),
          new Form("GroupName", "The group with name ", " "),
          new Form("RoleName", "IAM Role (", ")"),
          new Form("UserName", "IAM User (", ")"),
          new Form("FunctionName", "Lambda Function (", ")"),
          new Form("TableName", "DynamoDB Table (", ")"),
          new Form("Name", "SSM parameter ", " "),
          new Form("StackName", "Stack [", "]"),
          new Form("StackName", "Stack with id ", " "),
          new Form("GroupId", "resource sg-", " "),
          new Form("Bucket", "<Bucket>", "</Bucket>"),
          new Form("Bucket", "<BucketName>", "</BucketName>"),
          new Form("Endpoint", "<Endpoint>", "</Endpoint>"),
          new Form("Endpoint", "requests to this endpoint: \"", "\""),
          new Form("Key", "<Key>", "</Key>"),
          new Form("Key", "Key \"", "\" does not exist"),
          new Form("TableName", "on table (", ")"),
          new Form("modelId", "Invocation of model ID ", " "));

  private MessageNames() {}

  static void read(Facts facts, Map<String, String> known) {
    for (Passage p : facts.failure().passages()) {
      int role = p.text().indexOf("role-to-assume: ");
      String arn = role < 0 ? "" : word(p.text(), role + "role-to-assume: ".length(), "");
      if (arn.startsWith("arn:")) {
        known.putIfAbsent("role-to-assume", arn);
      }
      boolean table = p.text().contains(" on table ("); // of pynamodb, before botocore's words
      if (p.kind() != Passage.Kind.NEARBY || p.text().contains("<Error>") || table) {
        read(p.text(), known);
      }
    }
    read(facts.call().message(), known);
    PrintedAnswer.read(facts, known);
    lock(facts, known);
    bucket(facts, known);
    redirected(facts, known);
  }

  /** The bucket of the endpoint that a redirect names, where its host has one. */
  private static void redirected(Facts facts, Map<String, String> known) {
    Optional.ofNullable(known.get("Endpoint"))
        .flatMap(host -> facts.catalog().host(host))
        .flatMap(HostName::bucket)
        .ifPresent(name -> known.putIfAbsent("Bucket", name));
  }

  private static void read(String text, Map<String, String> known) {
    for (Form form : FORMS) {
      int at = text.indexOf(form.before());
      if (at >= 0) {
        boolean id = form.before().endsWith("sg-");
        int from = at + form.before().length() - (id ? "sg-".length() : 0);
        String value = word(text, from, form.after());
        if (!value.isEmpty()) {
          known.putIfAbsent(form.parameter(), value);
        }
      }
    }
  }

  /** A name without blanks before its end; empty where it is none. */
  private static String word(String text, int from, String after) {
    int end = from;
    while (end < text.length() && end - from < LONGEST && isPart(text.charAt(end))) {
      end++;
    }
    boolean closed = after.isBlank() || text.startsWith(after, end);
    while (end > from && ".:,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return closed ? text.substring(from, end) : "";
  }

  private static boolean isPart(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "-_./:+=@,".indexOf(c) >= 0);
  }

  /** {@code NAME already exists}, where that is a bucket. */
  private static void bucket(Facts facts, Map<String, String> known) {
    String message = facts.call().message().strip();
    int end = message.indexOf(" already exists");
    if (facts.code("BucketAlreadyExists") && end > 0 && message.indexOf(' ') == end) {
      known.putIfAbsent("Bucket", message.substring(0, end));
    }
  }

  /** {@code ID: …} of Terraform's lock. */
  private static void lock(Facts facts, Map<String, String> known) {
    for (Passage p : facts.failure().passages()) {
      for (String line : p.text().split("\n", -1)) {
        int at = line.indexOf("ID:  ");
        String id = at < 0 ? "" : line.substring(at + "ID:".length()).strip();
        boolean plain = !id.isEmpty() && id.chars().allMatch(c -> c < 128 && isPart((char) c));
        if (plain && line.substring(0, at).chars().noneMatch(Character::isLetterOrDigit)) {
          known.putIfAbsent("LockID", id);
        }
      }
    }
  }
}
