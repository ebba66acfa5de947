package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client or resource of boto3 was asked for and does not have: {@code 'EC2' object has no
 * attribute 'describe_instance'}.
 *
 * @param object the class: a service's id for a client, {@code s3.Bucket} for a resource
 * @param attribute what it lacks
 */
record LackedMethod(Facts facts, String object, String attribute) {

  /** Services that boto3 has a resource for, by client name (boto3/data/*). */
  private static final List<String> RESOURCES =
      List.of(
          "cloudformation",
          "cloudwatch",
          "dynamodb",
          "ec2",
          "glacier",
          "iam",
          "opsworks",
          "s3",
          "sns",
          "sqs");

  /** Of a failure; empty where it is of no client or resource. */
  static Optional<LackedMethod> of(Facts facts) {
    return facts
        .captured("boto_object")
        .map(object -> new LackedMethod(facts, object, facts.captured("attribute").orElse("")))
        .filter(lacked -> !lacked.attribute.isEmpty() && isName(lacked.attribute));
  }

  /** Whether a text is a name that a program can have: it is put into code as it is. */
  private static boolean isName(String text) {
    return text.chars()
        .allMatch(c ->
            c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
  }

  private boolean isClient() {
    return object.indexOf('.') < 0;
  }

  /** Whether the catalog's botocore has the method, and the program's had not. */
  boolean isNewer() {
    return isClient() && operation().isPresent();
  }

  String service() {
    return facts.call().service();
  }

  String summary() {
    return isNewer()
        ? "this boto3 is too old for `" + attribute + "` of " + service()
        : "the " + (isClient() ? "client" : "resource") + " has nothing named `" + attribute + "`";
  }

  private Optional<String> operation() {
    return facts
        .catalog()
        .operationName(service(), attribute)
        .filter(o -> facts.catalog().methodName(o).equals(attribute));
  }

  /** What has it, or what of a nearly equal name the object has. */
  List<Fix> fixes() {
    List<Fix> fixes = new ArrayList<>();
    String client = "boto3.client(" + Literal.python(service()) + ")";
    if (!isClient() && operation().isPresent()) {
      fixes.add(
          Fix.codeEdit(
              "call it on a client: resources have no operations", client + "." + attribute));
    } else if (facts.catalog().servicesWithErrorCode(attribute).contains(service())) {
      fixes.add(
          Fix.codeEdit("modeled errors are on exceptions", client + ".exceptions." + attribute));
    } else if (isClient()
        && Character.isUpperCase(attribute.charAt(0))
        && RESOURCES.contains(service())) {
      fixes.add(
          Fix.codeEdit(
              "make a resource, which has classes",
              "boto3.resource(" + Literal.python(service()) + ")." + attribute));
    } else if (isClient()) {
      transfers()
          .forEach(m -> fixes.add(Fix.codeEdit("call the transfer that it has", client + "." + m)));
      nearest()
          .filter(m -> fixes.isEmpty())
          .ifPresent(m -> fixes.add(Fix.codeEdit("call the method that it has", client + "." + m)));
    }
    fixes.add(
        Fix.codeEdit(
            "see what the object has; methods are in snake_case",
            isClient() ? "print(dir(client))" : "print(dir(resource))"));
    return fixes;
  }

  /** What boto3 adds to the client of S3 (boto3/s3/inject.py), by the beginning of its name. */
  private List<String> transfers() {
    return service().equals("s3")
        ? List.of("upload_file", "upload_fileobj", "download_file", "download_fileobj").stream()
            .filter(m ->
                m.startsWith(attribute + "_")
                    || m.replace("_", "").equals(attribute)
                    || isOfObject(m))
            .toList()
        : List.of();
  }

  /** Whether what is lacked is a transfer of an open file by another name, {@code upload_obj}. */
  private boolean isOfObject(String transfer) {
    int end = transfer.indexOf('_');
    String verb = transfer.substring(0, end + 1);
    return transfer.endsWith("obj")
        && (attribute.equals(verb + "obj")
            || attribute.equals(verb + "object")
            || attribute.equals(verb + "fileobject"));
  }

  private Optional<String> nearest() {
    List<String> methods =
        facts.catalog().service(service()).stream()
            .flatMap(s -> s.operationNames().stream())
            .map(facts.catalog()::methodName)
            .toList();
    return facts.catalog().nearest(attribute, methods, 1).stream().findFirst();
  }
}
