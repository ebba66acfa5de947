package awsleuth.app.simulate;

import awsleuth.app.command.Options;
import awsleuth.iam.policy.AccessListKind;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code awsleuth simulate}. */
final class SimulateOptions {

  static final List<String> RESULTS = List.of("allowed", "denied");
  static final List<String> FORMATS = List.of("text", "json");
  static final List<String> OWNERSHIP =
      List.of("BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter");

  private SimulateOptions() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "simulate",
            "simulate [OPTION…]",
            "Decides requests against policies, offline, statement by statement and condition by"
                + " condition. A context key that is not given is unknown.",
            "  awsleuth simulate --policy role.json --action s3:GetObject \\",
            "    --principal arn:aws:iam::111122223333:role/app --resource arn:aws:s3:::b/k",
            "  awsleuth simulate --event event.json --policy role.json --scp scp.json --fix",
            "  awsleuth simulate --event event.json --policy fixed.json --expect allowed",
            "  awsleuth simulate --batch < requests.jsonl");
    Options.text(
        spec,
        "--principal",
        "ARN",
        "who makes the request; a service is lambda.amazonaws.com, nobody is anonymous");
    Options.list(
        spec, "--action", "ACTION", "the IAM action, such as s3:GetObject; may be given again");
    Options.list(
        spec, "--resource", "ARN", "the resource; may be given again; * where there is none");
    Options.flag(
        spec,
        "--resource-as-given",
        "decide on the resource as it is, though AWS documents none for the action");
    Options.text(spec, "--resource-account", "ID", "the account that owns the resource");
    Options.list(
        spec,
        "--context",
        "KEY=VALUE",
        "a context key; given again, or as [a,b], it has several values");
    Options.list(spec, "--absent", "KEY", "a context key that the request does not have");
    Options.flag(spec, "--complete", "the request has no context keys but those given");
    Options.text(
        spec,
        "--event",
        "FILE",
        "take the request from the CloudTrail event in FILE; - is standard input");
    for (PolicyOption option : PolicyOption.values()) {
      Options.list(spec, option.option(), option.label(), option.description());
    }
    Options.text(
        spec, "--kms-grants", "FILE", "the grants of the KMS key, as aws kms list-grants tells");
    Options.words(
        spec,
        "--object-ownership",
        "SETTING",
        OWNERSHIP,
        "S3 Object Ownership of the bucket; BucketOwnerEnforced where it is not given");
    for (AccessListKind kind : AccessListKind.values()) {
      Options.text(
          spec,
          OtherGrants.option(kind),
          "FILE",
          "the ACL of the %1$s, as aws s3api get-%1$s-acl tells; with --object-ownership"
              .formatted(kind.word()));
    }
    Options.flag(spec, "--no-other-policies", "no policies apply but those given");
    Options.flag(spec, "--service-linked-role", "the principal is a service-linked role");
    Options.flag(spec, "--management-account", "the principal is in the management account");
    Options.flag(spec, "--block-public-access", "S3 Block Public Access restricts public buckets");
    Options.flag(spec, "--fix", "on a denial, propose the least changes that allow the request");
    Options.flag(spec, "--why", "go through the statements also where the request is allowed");
    Options.flag(spec, "--all", "show also statements about other services");
    Options.words(spec, "--expect", "RESULT", RESULTS, "exit with 0 if it is so, else with 1");
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    Options.batch(spec);
    return spec;
  }
}
