package awsleuth.core.cause;

import awsleuth.core.fact.Clue;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/**
 * The language of the program or tool that failed, where it is none of Python's: code for boto3 is
 * of no use to it, so that a fix is given in the tool's own form or in words.
 */
public enum Tongue implements Clue {
  /** HashiCorp's, by its framed errors and the provider's address. */
  TERRAFORM(
      "Terraform",
      "provider \"aws\" {\n  region = \"%s\"\n}",
      "error: creating * operation error ",
      "error: putting * operation error ",
      "error: reading * operation error ",
      "error: updating * operation error ",
      "error: deleting * operation error ",
      "terraform.io/hashicorp",
      "error acquiring the state lock",
      "in provider \"aws\""),
  /** The AWS SDK for JavaScript. */
  JAVASCRIPT(
      "JavaScript",
      "new Client({ region: \"%s\" })",
      "node_modules/@aws-sdk",
      "node_modules/@smithy",
      "node_modules/aws-sdk",
      "$metadata"),
  /** The AWS SDK for .NET. */
  DOTNET(".NET", "RegionEndpoint.GetBySystemName(\"%s\")", "amazon.runtime", "awssdk.core"),
  /** The AWS SDK for Java, 1 or 2; Spark's and Hadoop's own are called from Python mostly. */
  JAVA(
      "Java",
      ".region(Region.of(\"%s\"))",
      "software.amazon.awssdk",
      "at com.amazonaws.",
      "exception in thread \"main\" com.amazonaws") {
    @Override
    boolean isSeen(Facts facts) {
      return super.isSeen(facts) && facts.frames().isEmpty();
    }
  },
  /** The AWS SDK for PHP. */
  PHP("PHP", "'region' => '%s'", "aws\\s3\\", "aws\\exception\\", "vendor/aws/aws-sdk-php"),
  /** The AWS SDK for Go, by the sentence of its errors. */
  GO("Go", "config.WithRegion(\"%s\")", "https response error statuscode");

  private static final String REGION = ", region_name=\"";

  private final String words;
  private final String region;
  private final List<String> phrases;

  Tongue(String words, String region, String... phrases) {
    this.words = words;
    this.region = region;
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  @Override
  public Scope scope() {
    return Scope.ANYWHERE;
  }

  boolean isSeen(Facts facts) {
    return facts.seen(this);
  }

  /** The tongue of a failure; empty for Python, the AWS CLI and where nothing tells. */
  public static Optional<Tongue> of(Facts facts) {
    return facts.once(Heard.class, f -> new Heard(heard(f))).tongue();
  }

  private record Heard(Optional<Tongue> tongue) {}

  private static Optional<Tongue> heard(Facts facts) {
    for (Tongue t : values()) {
      if (t.isSeen(facts)) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  /** An outcome whose fixes are not in Python, where the program is not. */
  public static Outcome told(Outcome outcome, Facts facts) {
    Optional<Tongue> tongue = of(facts);
    return tongue.isEmpty()
        ? outcome
        : switch (outcome) {
          case Outcome.Confirmed c -> new Outcome.Confirmed(tongue.get().told(c.finding()));
          case Outcome.Possible p ->
              new Outcome.Possible(tongue.get().told(p.finding()), p.missing());
          case Outcome.RuledOut r -> r;
          case Outcome.Crashed c -> c;
        };
  }

  private Finding told(Finding f) {
    return new Finding(
        f.summary(),
        f.specificity(),
        f.because(),
        f.fixes().stream().map(this::told).toList(),
        f.verification());
  }

  private Fix told(Fix fix) {
    return fix instanceof Fix.CodeEdit code ? told(code) : fix;
  }

  private Fix told(Fix.CodeEdit code) {
    String text = code.text();
    int at = text.startsWith("boto3.client(") ? text.indexOf(REGION) : -1;
    int end = at < 0 ? -1 : text.indexOf("\")", at);
    String name = end < 0 ? "" : text.substring(at + REGION.length(), end);
    return name.isEmpty() || !Literal.shell(name).equals(name)
        ? new Fix.CodeEdit(code.title(), "<the same in " + words + ">", Fix.Applicability.TEMPLATE)
        : Fix.codeEdit(code.title(), region.formatted(name));
  }
}
