package awsleuth.core.page;

import static awsleuth.core.page.Incident.answer;
import static awsleuth.core.page.Incident.calling;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is missing is looked for in lists of other Regions, accounts and letters. */
class ListedElsewhereTest {

  @Test
  void what_is_listed_in_another_Region_is_called_there() {
    String text =
        calling(
            "client.get_queue_url(QueueName=\"mail\")",
            "(AWS.SimpleQueueService.NonExistentQueue) when calling the GetQueueUrl operation: The"
                + " specified queue does not exist.");
    String list = "{\"QueueUrls\": [\"https://sqs.eu-central-1.amazonaws.com/111122223333/mail\"]}";
    Finding finding = first(text, answer(list));
    assertThat(finding.fixes())
        .extracting(Fix::text)
        .containsExactly("boto3.client(\"sqs\", region_name=\"eu-central-1\")");
    assertThat(finding.verification().toString()).contains("--region eu-central-1");
    Artifact there = new Artifact("env", Kind.ENV, "AWS_REGION=eu-central-1\n");
    assertThat(first(text, answer(list), there).fixes())
        .extracting(Fix::text)
        .doesNotContain("boto3.client(\"sqs\", region_name=\"eu-central-1\")");
  }

  @Test
  void a_queue_listed_in_another_Region_is_called_by_its_URL() {
    String text =
        calling(
            "client.send_message(QueueUrl=\"https://sqs.eu-west-3.amazonaws.com/111122223333/mail\","
                + " MessageBody=m)",
            "(AWS.SimpleQueueService.NonExistentQueue) when calling the SendMessage operation: The"
                + " specified queue does not exist.");
    String url = "https://sqs.eu-central-1.amazonaws.com/111122223333/mail";
    String list = "{\"QueueUrls\": [\"%s\"]}";
    assertThat(first(text, answer(list.formatted(url))).fixes())
        .extracting(Fix::text)
        .startsWith("QueueUrl=\"" + url + "\"");
    for (String other : List.of("111122223333/mails", "444455556666/mail")) {
      String elsewhere = url.replace("111122223333/mail", other);
      assertThat(first(text, answer(list.formatted(elsewhere))).fixes())
          .extracting(Fix::text)
          .doesNotContain("QueueUrl=\"" + elsewhere + "\"");
    }
    String both = url + "\", \"" + url.replace("eu-central-1", "eu-west-3");
    assertThat(first(text, answer(list.formatted(both))).fixes())
        .extracting(Fix::text)
        .doesNotContain("QueueUrl=\"" + url + "\"");
  }

  @Test
  void what_another_answer_names_alike_is_no_queue() {
    String url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders";
    String text =
        calling(
            "client.send_message(QueueUrl=\"" + url + "\", MessageBody=m)",
            "(AWS.SimpleQueueService.NonExistentQueue) when calling the SendMessage operation: The"
                + " specified queue does not exist.");
    for (String name : List.of("orders", "Orders")) {
      Finding finding =
          first(text, answer("{\"Functions\": [{\"FunctionName\": \"" + name + "\"}]}"));
      assertThat(finding.because()).noneMatch(c -> c.text().startsWith("there is"));
    }
    String other = url.replace("orders", "Orders");
    assertThat(first(text, answer("{\"QueueUrls\": [\"" + other + "\"]}")).because())
        .anyMatch(c -> c.text().startsWith("there is `" + other));
  }

  @Test
  void what_a_list_named_for_another_Region_has_is_called_there() {
    String text =
        calling(
            "client.get_item(TableName=\"orders\", Key=key)",
            "(ResourceNotFoundException) when calling the GetItem operation: Requested resource not"
                + " found");
    String list = "{\"TableNames\": [\"orders\"]}";
    Artifact env = new Artifact("env", Kind.ENV, "AWS_REGION=eu-west-1\n");
    Artifact there = new Artifact("tables-eu-central-1.json", Kind.ANY, list);
    Finding finding = first(text, env, there);
    assertThat(finding.because())
        .anyMatch(c ->
            c.text().equals("there is `orders` in `eu-central-1`, for which the list is named"));
    assertThat(finding.fixes())
        .extracting(Fix::text)
        .containsExactly("boto3.client(\"dynamodb\", region_name=\"eu-central-1\")");
    for (String name : List.of("tables-eu-west-1.json", "tables.json")) {
      assertThat(first(text, env, there, new Artifact(name, Kind.ANY, list)).fixes())
          .extracting(Fix::text)
          .doesNotContain("boto3.client(\"dynamodb\", region_name=\"eu-central-1\")");
    }
  }

  @Test
  void the_program_in_the_folder_tells_the_call_of_its_line() {
    String program =
        """
        import boto3
        t = boto3.resource('dynamodb').Table('orders')
        t.%s(Key=key)
        """;
    String text =
        calling(
            "t.get_item(Key=key)",
            "(ResourceNotFoundException) when calling the GetItem operation: Requested resource not"
                + " found");
    for (String line : List.of("line 6", "line 3")) {
      Artifact own = new Artifact("app.py", Kind.ANY, program.formatted("get_item"));
      assertThat(first(text.replace("line 6", line), own).verification().toString())
          .contains(line.equals("line 3") ? "--table-name orders" : "--table-name <table-name>");
    }
  }

  @Test
  void what_is_listed_under_a_name_in_other_letters_is_called_by_it() {
    String text =
        calling(
            "client.get_item(TableName=\"orders\", Key=key)",
            "(ResourceNotFoundException) when calling the GetItem operation: Requested resource not"
                + " found");
    assertThat(first(text, answer("{\"TableNames\": [\"Orders\", \"Others\"]}")).fixes())
        .extracting(Fix::text)
        .containsExactly("TableName=\"Orders\"");
    for (String names : List.of("\"Orders\", \"orders\"", "\"Orders\", \"ORDERS\"")) {
      assertThat(first(text, answer("{\"TableNames\": [" + names + "]}")).fixes())
          .extracting(Fix::text)
          .doesNotContain("TableName=\"Orders\"");
    }
  }

  @Test
  void what_is_in_another_account_is_called_by_a_profile_of_it() {
    String text =
        calling(
            "client.describe_table(TableName=\"ledger\")",
            "(ResourceNotFoundException) when calling the DescribeTable operation: Requested"
                + " resource not found: Table: ledger not found");
    Finding finding =
        first(
            text,
            answer(
                "{\"Table\": {\"TableName\": \"ledger\", \"TableArn\":"
                    + " \"arn:aws:dynamodb:eu-west-1:111122223333:table/ledger\"}}"),
            new Artifact(
                "caller.json",
                Kind.ANY,
                "{\"UserId\": \"AROAX:l\", \"Account\": \"444455556666\", \"Arn\":"
                    + " \"arn:aws:sts::444455556666:assumed-role/dev/l\"}"),
            new Artifact("env", Kind.ENV, "AWS_REGION=eu-west-1\n"),
            new Artifact("config", Kind.CONFIG, "[profile prod]\nsso_account_id = 111122223333\n"));
    assertThat(finding.fixes()).extracting(Fix::text).containsExactly("export AWS_PROFILE=prod");
  }

  @Test
  void a_bucket_whose_Region_was_asked_for_is_called_there() {
    String text =
        "An error occurred (PermanentRedirect) when calling the GetObject operation: The bucket you"
            + " are attempting to access must be addressed using the specified endpoint.";
    for (String told : List.of("\"eu-central-1\"", "\"EU\"", "null")) {
      String region =
          told.equals("null") ? "us-east-1" : told.equals("\"EU\"") ? "eu-west-1" : "eu-central-1";
      assertThat(first(text, answer("{\"LocationConstraint\": " + told + "}")).fixes())
          .extracting(Fix::text)
          .containsExactly("boto3.client(\"s3\", region_name=\"" + region + "\")");
    }
  }
}
