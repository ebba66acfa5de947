package awsleuth.core.cause.resource;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.MadeBefore;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import awsleuth.core.fact.SetRegion;
import awsleuth.core.fact.ThingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The thing does not exist, or not in that Region or account. */
final class NotFound implements Cause {

  private static final String REGION = "AWS_DEFAULT_REGION";

  @Override
  public String id() {
    return "resource/not-found";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.seen(ResourceClue.SERVICE_ROLE)) {
      return ServiceRole.examine(facts);
    }
    if (facts.seen(ResourceClue.OF_OTHERS)) {
      return OfOthers.examine(facts);
    }
    if (!(Codes.isNotFound(facts))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Outcome> made = MadeBefore.rulesOut(facts);
    if (made.isPresent()) {
      return made.get();
    }
    return Outcome.confirmed(
        new Finding(
            BucketPart.of(facts)
                .map(BucketPart::summary)
                .orElseGet(() ->
                    facts.seen(ResourceClue.CDK_BOOTSTRAP)
                        ? "the account is not bootstrapped for the CDK in " + Codes.where(facts)
                        : "it does not exist in this account" + Codes.inRegion(facts)),
            Finding.Specificity.CODE,
            because(facts),
            fixes(facts),
            madeElsewhere(facts)
                .filter(_ -> BucketPart.of(facts).isEmpty())
                .map(region -> Map.of("Region", region))
                .or(() -> Described.of(facts).map(d -> d.instead(facts)))
                .filter(instead -> !instead.isEmpty())
                .map(instead -> Again.of(facts, "the call finds it", instead))
                .orElseGet(() -> Codes.rerun(facts, "the call finds it"))));
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    ThingChange.ofBeing(facts)
        .map(c ->
            c.cite(
                !c.makes()
                    ? "deleted it"
                    : "made it" + (c.region().isEmpty() ? "" : " in `" + c.region() + "`")))
        .ifPresent(because::add);
    Optional<Described> described = Described.of(facts);
    described.ifPresent(d -> because.addAll(d.cite(facts)));
    if (described.isEmpty() && madeElsewhere(facts).isEmpty()) {
      SetRegion.of(facts).ifPresent(r -> because.addAll(r.cited()));
      CallersAccount.of(facts).ifPresent(a -> because.addAll(a.cite(facts)));
    }
    madeElsewhere(facts)
        .flatMap(_ -> facts.variable(REGION))
        .ifPresent(v -> because.add(Facts.cite(REGION + " is `" + v.value() + "`", v.source())));
    return List.copyOf(because);
  }

  /** The Region that it was made in, where the call went to another one. */
  private static Optional<String> madeElsewhere(Facts facts) {
    String called = ThingChange.regionCalled(facts);
    return ThingChange.ofBeing(facts)
        .filter(ThingChange::makes)
        .map(ThingChange::region)
        .filter(r -> !r.isEmpty() && !called.isEmpty() && !r.equals(called));
  }

  /** The call is to go where the thing was made. */
  private static List<Fix> there(Facts facts, String region) {
    List<Fix> fixes = new ArrayList<>();
    if (facts.variable(REGION).isPresent()) {
      fixes.add(
          Fix.command("call the Region that it was made in", "export " + REGION + "=" + region));
    }
    fixes.add(
        Fix.codeEdit(
            "make the client for the Region that it was made in",
            "boto3.client("
                + Literal.python(or(facts.call().service(), "<service>"))
                + ", region_name="
                + Literal.python(region)
                + ")"));
    return fixes;
  }

  private static List<Fix> fixes(Facts facts) {
    Optional<BucketPart> part = BucketPart.of(facts);
    if (part.isPresent()) {
      return part.get().fixes(facts);
    }
    if (facts.seen(ResourceClue.CDK_BOOTSTRAP)) {
      return bootstrap(facts);
    }
    List<Fix> fixes = new ArrayList<>();
    Optional<String> made = madeElsewhere(facts);
    if (made.isPresent()) {
      return there(facts, made.get());
    }
    if (facts.call().code().toLowerCase(java.util.Locale.ROOT).startsWith("kms.")) {
      return key(facts);
    }
    Optional<String> image = Mentioned.id(facts, "ami-");
    if (image.isPresent()) {
      return image(facts, image.get());
    }
    Optional<String> role = Mentioned.after(facts, "role with name ");
    if (role.isPresent()) {
      return role(role.get());
    }
    List<Fix> told = Described.of(facts).map(d -> d.fixes(facts)).orElse(List.of());
    if (!told.isEmpty()) {
      return told;
    }
    made(facts).ifPresent(fixes::add);
    Listing.of(facts).ifPresent(list -> fixes.add(Fix.command("see what is there", list)));
    Optional<CallersAccount> account = CallersAccount.of(facts);
    account.flatMap(a -> a.other(facts)).ifPresent(fixes::addFirst);
    if (account.isEmpty() || SetRegion.of(facts).isEmpty()) {
      fixes.add(
          Fix.command(
              "see in which account and Region the call was made",
              "aws sts get-caller-identity; aws configure get region"));
    }
    fixes.add(
        Fix.codeEdit(
            "or, where it is in another Region, make the client for that one",
            "boto3.client("
                + Literal.python(or(facts.call().service(), "<service>"))
                + ", region_name="
                + Literal.python(elsewhere(facts).orElse("<region>"))
                + ")"));
    return fixes;
  }

  /**
   * What makes the thing that is to be there before, by its name in the code: {@code
   * NoAvailableConfigurationRecorderException}.
   */
  private static Optional<Fix> made(Facts facts) {
    String code = facts.call().code();
    if (!code.startsWith("NoAvailable") || !code.endsWith("Exception")) {
      return Optional.empty();
    }
    String thing = code.substring("NoAvailable".length(), code.length() - "Exception".length());
    String service = facts.call().service();
    return Stream.of("Create", "Put")
        .flatMap(verb -> facts.catalog().operationName(service, verb + thing).stream())
        .findFirst()
        .map(operation ->
            Fix.codeEdit(
                "make it first: the call needs one that is there",
                "client." + facts.catalog().methodName(operation) + "(<parameters>)"));
  }

  /** The Region of the thing's ARN, where the call went to another one. */
  private static Optional<String> elsewhere(Facts facts) {
    return Mentioned.arn(facts, facts.call().service())
        .flatMap(arn -> facts.catalog().region(arn.split(":", 5)[3]))
        .map(r -> r.name())
        .filter(r -> !facts.call().region().isEmpty() && !r.equals(facts.call().region()));
  }

  /** What the CDK deploys by has to be there first (AWS CDK guide, Bootstrapping). */
  private static List<Fix> bootstrap(Facts facts) {
    return List.of(
        new Fix.Command(
            "bootstrap the account and Region that the stack goes to",
            "cdk bootstrap aws://<account>/" + or(facts.call().region(), "<region>"),
            Fix.Applicability.TEMPLATE),
        Fix.command(
            "see which account and Region that is",
            "aws sts get-caller-identity; aws configure get region"));
  }

  private static String or(String value, String placeholder) {
    return value.isEmpty() ? placeholder : value;
  }

  /** A role, which IAM misses for the service that asks it; IAM knows no Regions. */
  private static List<Fix> role(String name) {
    return List.of(
        Fix.command(
            "see whether the role is there, by its name without path or ARN",
            "aws iam get-role --role-name " + Literal.shell(name, "<role>")),
        Fix.command("see in which account the call was made", "aws sts get-caller-identity"));
  }

  /** A key of KMS that a call of another service needs. */
  private static List<Fix> key(Facts facts) {
    return List.of(
        Fix.command(
            "see which aliases there are, and of which keys",
            "aws kms list-aliases" + State.region(facts)),
        Fix.command(
            "see in which account and Region the call was made",
            "aws sts get-caller-identity; aws configure get region"));
  }

  /** Images have another id in each Region, and others must have shared theirs. */
  private static List<Fix> image(Facts facts, String id) {
    String region = State.region(facts).isEmpty() ? " --region <region>" : State.region(facts);
    return List.of(
        Fix.command(
            "look for it in the Region that it was made in: elsewhere a copy has another id",
            "aws ec2 describe-images --image-ids " + Literal.shell(id) + region),
        Fix.command(
            "see in which account and Region the call was made",
            "aws sts get-caller-identity; aws configure get region"));
  }
}
