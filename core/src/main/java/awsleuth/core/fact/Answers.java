package awsleuth.core.fact;

import awsleuth.core.evidence.CliAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What commands of the AWS CLI told of the things that a failed call has to do with. */
public final class Answers {

  private static final int MOST = 8;

  private Answers() {}

  /** A value, and what cites it. */
  public record Answer(String value, Citation citation) {}

  /**
   * A field that one answer alone has, and once.
   *
   * @param member the last part of its path
   */
  public static Optional<CliAnswer> only(Facts facts, String member) {
    if (facts.isAlone()) {
      return Optional.empty();
    }
    List<CliAnswer> having =
        facts.given(CliAnswer.class).stream().filter(a -> !a.paths(member).isEmpty()).toList();
    return having.size() == 1 && having.getFirst().paths(member).size() == 1
        ? Optional.of(having.getFirst())
        : Optional.empty();
  }

  /** The id of the one organization that was described. */
  public static Optional<Citation> organization(Facts facts) {
    return only(facts, "MasterAccountId")
        .or(() -> only(facts, "Organization.Id"))
        .filter(a -> a.field("Organization.Id").startsWith("o-"))
        .map(a ->
            new Citation(
                "the organization that was described is `" + a.field("Organization.Id") + "`",
                a.at("Organization.Id")));
  }

  /** The one encryption of a bucket that was asked for. */
  public static Optional<CliAnswer> encryption(Facts facts) {
    return only(facts, "SSEAlgorithm");
  }

  /** The one instance that was described: its id; empty where none or several were. */
  public static Optional<String> instance(Facts facts) {
    return only(facts, "InstanceId").map(a -> a.field(a.paths("InstanceId").getFirst()));
  }

  /**
   * That the one instance described, which has a role, answers no further than to itself: a
   * container on it is a hop away (EC2 user guide, "Instance metadata options").
   */
  public static Optional<Citation> oneHop(Facts facts) {
    return only(facts, "HttpPutResponseHopLimit")
        .filter(a -> instance(facts).isPresent() && !a.paths("Arn").isEmpty())
        .flatMap(a -> {
          String path = a.paths("HttpPutResponseHopLimit").getFirst();
          return a.field(path).equals("1")
              ? Optional.of(
                  new Citation(
                      "instance metadata's hop limit of `"
                          + instance(facts).orElse("")
                          + "` is 1: its token does not get to a container there",
                      a.at(path)))
              : Optional.empty();
        });
  }

  /**
   * The values that the answers have under a pattern of paths, each once; a few at most.
   *
   * @param path a regular expression without repetition of what repeats
   */
  public static List<String> values(Facts facts, String path) {
    if (facts.isAlone()) {
      return List.of();
    }
    Pattern pattern = Pattern.compile(path);
    return facts.given(CliAnswer.class).stream()
        .flatMap(a ->
            a.fields().entrySet().stream()
                .filter(f -> pattern.matcher(f.getKey()).matches())
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /**
   * That a secret or key is encrypted with a key that AWS manages: of a secret that has no other
   * its description, which alone has when it was changed, leaves the key out (Secrets Manager API
   * reference, DescribeSecret).
   *
   * @param arn of the secret or key
   */
  public static Optional<Citation> managedKey(Facts facts, String arn) {
    return facts.isAlone() || arn.isEmpty()
        ? Optional.empty()
        : facts.given(CliAnswer.class).stream().flatMap(a -> managed(a, arn).stream()).findFirst();
  }

  private static Optional<Citation> managed(CliAnswer answer, String arn) {
    if (answer.field("KeyMetadata.Arn").equals(arn)
        && answer.field("KeyMetadata.KeyManager").equals("AWS")) {
      return Optional.of(
          new Citation("AWS manages the key `" + arn + "`", answer.at("KeyMetadata.KeyManager")));
    }
    String key = answer.field("KmsKeyId");
    boolean secret =
        answer.field("ARN").equals(arn) || (!arn.contains(":") && answer.field("Name").equals(arn));
    boolean none = key.isEmpty() && !answer.field("LastChangedDate").isEmpty();
    if (!secret || !(none || key.endsWith("alias/aws/secretsmanager"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Citation(
            "the secret is encrypted with `aws/secretsmanager`, which AWS manages",
            answer.at("KmsKeyId")));
  }
}
