package awsleuth.core.cause.throttling;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service that encrypts with KMS passed on that KMS throttled it: each of its calls of KMS counts
 * against the quota of the account and Region that the key is in
 * (https://docs.aws.amazon.com/kms/latest/developerguide/throttling.html).
 */
final class KmsRate {

  private static final String SOURCE = "kms.amazonaws.com";

  private KmsRate() {}

  /** Whether it was KMS, behind another service, that did not accept more. */
  static boolean is(Facts facts) {
    return !facts.call().service().equals("kms")
        && (facts.seen(ThrottlingClue.KMS)
            || facts.code("KMSThrottlingException", "KMSThrottling", "KmsThrottled")
            || facts.code("KMS.ThrottlingException"));
  }

  /** That the bucket has no bucket key, where its encryption was asked for. */
  static Optional<Citation> citeBucketKey(Facts facts) {
    return facts.call().service().equals("s3")
        ? Answers.encryption(facts)
            .flatMap(a ->
                a.paths("BucketKeyEnabled").stream()
                    .filter(path -> a.field(path).equals("false"))
                    .map(path -> new Citation("the bucket has no bucket key", a.at(path)))
                    .findFirst())
        : Optional.empty();
  }

  /** The last events of KMS that the service had it called for; none where none was given. */
  static Optional<Citation> cite(Facts facts) {
    List<TrailEvent> trail = facts.trail();
    List<TrailEvent> calls = new ArrayList<>();
    Map<String, Integer> callers = new LinkedHashMap<>();
    for (TrailEvent e :
        trail.subList(Math.max(0, trail.size() - Facts.MOST_EVENTS), trail.size())) {
      if (e.eventSource().equals(SOURCE)) {
        calls.add(e);
        callers.merge(e.principal(), 1, Integer::sum);
      }
    }
    return callers.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> words(calls, most.getKey(), most.getValue()));
  }

  private static Citation words(List<TrailEvent> calls, String caller, int own) {
    String by = caller.isEmpty() ? "" : own == calls.size() ? ", all of `" : ", " + own + " of `";
    return new Citation(
        "the trail has "
            + calls.size()
            + (calls.size() == 1 ? " call" : " calls")
            + " of KMS from "
            + calls.getFirst().time()
            + " to "
            + calls.getLast().time()
            + (by.isEmpty() ? "" : by + caller + "`"),
        calls.getFirst().source());
  }

  /** What makes the service call KMS less often, and what makes KMS accept more. */
  static List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    switch (facts.call().service()) {
      case "s3" -> fixes.add(bucketKey(facts));
      case "sqs" ->
          fixes.add(
              review(
                  "let the queue use a data key for longer than five minutes (an hour here)",
                  "aws sqs set-queue-attributes --queue-url "
                      + facts.argument("QueueUrl", "<queue-url>")
                      + " --attributes KmsDataKeyReusePeriodSeconds=3600"));
      default -> {}
    }
    fixes.add(
        Fix.askAdministrator(
            "where KMS is called no more often than need be, ask for a higher quota of KMS",
            "aws service-quotas list-service-quotas --service-code kms --query"
                + " \"Quotas[?contains(QuotaName,'Cryptographic')].[QuotaName,QuotaCode,Value]\""));
    return fixes;
  }

  /** An S3 Bucket Key is used for new objects; those that are there are as they were. */
  private static Fix bucketKey(Facts facts) {
    String key =
        Answers.encryption(facts)
            .map(a -> a.field(a.paths("KMSMasterKeyID").stream().findFirst().orElse("")))
            .filter(id -> id.matches("[A-Za-z0-9:/_-]+"))
            .orElse("<key ARN>");
    return review(
        "let S3 call KMS once for many objects: a bucket key (objects that are there, once copied"
            + " onto themselves)",
        "aws s3api put-bucket-encryption --bucket "
            + facts.argument("Bucket", "<bucket>")
            + " --server-side-encryption-configuration"
            + " '{\"Rules\": [{\"ApplyServerSideEncryptionByDefault\": {\"SSEAlgorithm\":"
            + " \"aws:kms\", \"KMSMasterKeyID\": \""
            + key
            + "\"}, \"BucketKeyEnabled\": true}]}'");
  }

  private static Fix review(String title, String command) {
    return new Fix.Command(title, command, Fix.reviewOrTemplate(command));
  }
}
