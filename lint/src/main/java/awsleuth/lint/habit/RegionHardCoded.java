package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.Set;

/** The Region is written into the program. */
final class RegionHardCoded implements Habit {

  /**
   * Services that are asked in one Region whatever the Region of the program, wholly or for some
   * things (certificates and web ACLs of CloudFront, metrics of billing).
   */
  private static final Set<String> ONE_REGION =
      Set.of(
          "account",
          "acm",
          "bcm-data-exports",
          "budgets",
          "ce",
          "chatbot",
          "cloudfront",
          "cloudwatch",
          "cur",
          "ecr-public",
          "fms",
          "globalaccelerator",
          "health",
          "iam",
          "marketplace-catalog",
          "networkmanager",
          "organizations",
          "pricing",
          "route53",
          "route53-recovery-control-config",
          "route53-recovery-readiness",
          "route53domains",
          "savingsplans",
          "shield",
          "support",
          "tax-settings",
          "trustedadvisor",
          "waf",
          "wafv2",
          "logs",
          "events",
          "lambda");

  /** The Regions in which those are asked. */
  private static final Set<String> THE_REGIONS = Set.of("us-east-1", "us-west-2");

  @Override
  public String id() {
    return "lint/region-hard-coded";
  }

  @Override
  public Level level() {
    return Level.NOTE;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node call : program.nodes("call")) {
      Node region = region(program, call);
      String name = Literals.text(region).orElse("");
      if (!name.isEmpty()) {
        found.add(
            this,
            region,
            "the Region `" + name + "` is written into the program",
            Fix.review(
                "leave it out, and set it where the program runs",
                "export AWS_DEFAULT_REGION=" + name));
      }
    }
  }

  private static Node region(Program program, Node call) {
    if (program.path(call.child("function")).equals("boto3.setup_default_session")) {
      return Literals.argument(call, "region_name");
    }
    return switch (program.type(call)) {
      case Type.Caller c when c.isMadeBy(call) -> of(program, call, c.service(), 1);
      case Type.Session s when s.isMadeBy(call) -> Literals.argument(call, "region_name");
      case Type.Way _, Type.Other _ -> Node.NONE;
    };
  }

  private static Node of(Program program, Node call, String service, int place) {
    Node region = Literals.argument(call, "region_name", place);
    boolean known = program.models().service(service).isPresent();
    boolean one =
        ONE_REGION.contains(service)
            && Literals.text(region).filter(THE_REGIONS::contains).isPresent();
    boolean global =
        program
                .models()
                .service(service)
                .filter(s -> !s.metadata().globalEndpoint().isEmpty())
                .isPresent()
            && !service.equals("s3");
    // With an endpoint of its own the Region is but what the signature names.
    boolean own = Literals.argument(call, "endpoint_url").exists();
    return !known || one || global || own ? Node.NONE : region;
  }
}
