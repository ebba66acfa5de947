package awsleuth.app;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code awsleuth simulate}. */
final class SimulateOptions {

  static final List<String> RESULTS = List.of("allowed", "denied");
  static final List<String> FORMATS = List.of("text", "json");
  static final List<String> OWNERSHIP =
      List.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter");

  private SimulateOptions() {}

  static CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "simulate",
            "simulate [OPTION…]",
            "Decides requests against policies, offline, statement by statement and condition by"
                + " condition. A context key that is not given is unknown.",
            "  awsleuth simulate --policy role.json --action s3:GetObject \\",
            "    --principal arn:aws:iam::111122223333:role/app --resource arn:aws:s3:::b/k",
            "  awsleuth simulate --event event.json --policy role.json --scp scp.json --fix",
            "  awsleuth simulate --event event.json --policy fixed.json --expect allowed",
            "  awsleuth simulate --batch < requests.jsonl");
    text(
        spec,
        "--principal",
        "ARN",
        "who makes the request; a service is lambda.amazonaws.com, nobody is anonymous");
    list(spec, "--action", "ACTION", "the IAM action, such as s3:GetObject; may be given again");
    list(spec, "--resource", "ARN", "the resource; may be given again; * where there is none");
    text(spec, "--resource-account", "ID", "the account that owns the resource");
    list(
        spec,
        "--context",
        "KEY=VALUE",
        "a context key; given again, or as [a,b], it has several values");
    list(spec, "--absent", "KEY", "a context key that the request does not have");
    flag(spec, "--complete", "the request has no context keys but those given");
    text(spec, "--event", "FILE", "take the request from the CloudTrail event in FILE");
    for (PolicyOption option : PolicyOption.values()) {
      list(spec, option.option(), option.label(), option.description());
    }
    text(spec, "--kms-grants", "FILE", "the grants of the KMS key, as aws kms list-grants tells");
    words(
        spec,
        "--object-ownership",
        "SETTING",
        OWNERSHIP,
        "S3 Object Ownership of the bucket; BucketOwnerEnforced where it is not given");
    text(
        spec,
        "--acl",
        "FILE",
        "the ACL of the bucket or object, as aws s3api get-bucket-acl tells; with"
            + " --object-ownership");
    flag(spec, "--no-other-policies", "no policies apply but those given");
    flag(spec, "--service-linked-role", "the principal is a service-linked role");
    flag(spec, "--management-account", "the principal is in the management account");
    flag(spec, "--block-public-access", "S3 Block Public Access restricts public buckets");
    flag(spec, "--fix", "on a denial, propose the least changes that allow the request");
    flag(spec, "--why", "go through the statements also where the request is allowed");
    flag(spec, "--all", "show also statements about other services");
    words(spec, "--expect", "RESULT", RESULTS, "exit with 0 if it is so, else with 1");
    words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    flag(spec, "--batch", "read one JSON object a line from standard input, answer likewise");
    return spec;
  }

  private static void text(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  private static void words(
      CommandSpec spec, String name, String label, List<String> words, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .completionCandidates(words)
            .description(description)
            .build());
  }

  private static void list(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  private static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(OptionSpec.builder(name).description(description).build());
  }
}
