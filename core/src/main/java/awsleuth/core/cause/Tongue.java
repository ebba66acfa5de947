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
  /**
   * Spark's or Hadoop's own file system for S3, which Python's settings do not reach (Hadoop-AWS
   * module, "Connecting to an Amazon S3 Bucket" and "Throttled requests from S3").
   */
  HADOOP(
      "Spark or Hadoop",
      "spark.hadoop.fs.s3a.endpoint.region %s",
      """
      spark.hadoop.fs.s3a.retry.throttle.limit 40
      spark.hadoop.fs.s3a.retry.throttle.interval 500ms\
      """,
      "org.apache.hadoop.fs.s3a",
      "org.apache.spark.") {
    @Override
    boolean isSeen(Facts facts) {
      return isOnlyJava(facts)
          && super.isSeen(facts)
          && (facts.call().service().isEmpty() || facts.call().service().equals("s3"));
    }
  },
  /** HashiCorp's, by its framed errors and the provider's address. */
  TERRAFORM(
      "Terraform",
      "provider \"aws\" {\n  region = \"%s\"\n}",
      "provider \"aws\" {\n  max_retries = 10\n  retry_mode  = \"adaptive\"\n}",
      "error: creating * operation error ",
      "error: putting * operation error ",
      "error: reading * operation error ",
      "error: updating * operation error ",
      "error: deleting * operation error ",
      "terraform.io/hashicorp",
      "error acquiring the state lock",
      "in provider \"aws\""),
  /**
   * Pulumi, whose provider calls by the SDK for Go, by its URNs and what stands above its errors.
   */
  PULUMI(
      "Pulumi",
      "pulumi config set aws:region %s",
      "pulumi config set aws:maxRetries 10",
      "urn:pulumi:",
      "pulumi:pulumi:stack",
      "pulumi up") {
    @Override
    boolean isSeen(Facts facts) {
      return super.isSeen(facts) || facts.captured("pulumi_type").isPresent();
    }
  },
  /** The AWS SDK for JavaScript. */
  JAVASCRIPT(
      "JavaScript",
      "new Client({ region: \"%s\" })",
      "new Client({ maxAttempts: 10, retryMode: \"adaptive\" })",
      "node_modules/@aws-sdk",
      "node_modules/@smithy",
      "node_modules/aws-sdk",
      "$metadata"),
  /** The AWS SDK for .NET. */
  DOTNET(
      ".NET",
      "RegionEndpoint.GetBySystemName(\"%s\")",
      "RetryMode = RequestRetryMode.Adaptive, MaxErrorRetry = 9",
      "amazon.runtime",
      "awssdk.core") {
    @Override
    boolean isSeen(Facts facts) {
      return super.isSeen(facts) && !facts.seen(JAVA);
    }
  },
  /** The AWS SDK for Java, 1 or 2; Spark's and Hadoop's own are called from Python mostly. */
  JAVA(
      "Java",
      ".region(Region.of(\"%s\"))",
      ".overrideConfiguration(o -> o.retryStrategy("
          + "AdaptiveRetryStrategy.builder().maxAttempts(10).build()))",
      "software.amazon.awssdk",
      "at com.amazonaws.",
      "exception in thread \"main\" com.amazonaws") {
    @Override
    boolean isSeen(Facts facts) {
      return super.isSeen(facts) && facts.frames().isEmpty();
    }
  },
  /** The AWS SDK for PHP. */
  PHP(
      "PHP",
      "'region' => '%s'",
      "'retries' => ['mode' => 'adaptive', 'max_attempts' => 10]",
      "aws\\s3\\",
      "aws\\exception\\",
      "vendor/aws/aws-sdk-php"),
  /** The AWS SDK for Rust. */
  RUST(
      "Rust",
      "aws_config::defaults(BehaviorVersion::latest()).region(\"%s\")",
      "RetryConfig::adaptive().with_max_attempts(10)",
      "errormetadata {",
      "aws_sdk_",
      "aws-sdk-rust"),
  /** The AWS SDK for Go, by the sentence of its errors. */
  GO(
      "Go",
      "config.WithRegion(\"%s\")",
      "config.WithRetryMode(aws.RetryModeAdaptive), config.WithRetryMaxAttempts(10)",
      "https response error statuscode");

  private static final String REGION = ", region_name=\"";

  private final String words;
  private final String region;
  private final String retries;
  private final List<String> phrases;

  Tongue(String words, String region, String retries, String... phrases) {
    this.words = words;
    this.region = region;
    this.retries = retries;
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
    return switch (fix) {
      case Fix.CodeEdit code -> told(code);
      case Fix.Setting setting -> told(setting);
      case Fix.Command c -> c;
      case Fix.PolicyEdit p -> p;
      case Fix.AskAdministrator a -> a;
    };
  }

  /** The other SDKs read the retries of the shared config file too; S3A does not. */
  private Fix told(Fix.Setting setting) {
    return this == HADOOP && setting.text().contains("retry_mode = ")
        ? Fix.setting("let S3A try again more often and slow down", retries)
        : setting;
  }

  private Fix told(Fix.CodeEdit code) {
    String text = code.text();
    if (text.contains("Config(retries=")) {
      return Fix.codeEdit(code.title(), retries);
    }
    int at = text.startsWith("boto3.client(") ? text.indexOf(REGION) : -1;
    int end = at < 0 ? -1 : text.indexOf("\")", at);
    String name = end < 0 ? "" : text.substring(at + REGION.length(), end);
    boolean told = !name.isEmpty() && Literal.shell(name).equals(name);
    return told || name.equals("<region>")
        ? Fix.codeEdit(code.title(), region.formatted(name))
        : new Fix.CodeEdit(code.title(), inWords(text), Fix.Applicability.TEMPLATE);
  }

  /** What Python shows how to do; of tools that run no code of the user, words alone. */
  private String inWords(String python) {
    return this == TERRAFORM || this == PULUMI || this == HADOOP || this == GO
        ? "in the code or settings of " + words + ": <what the line above says>"
        : "in " + words + " what this does in Python:\n" + python;
  }

  /** Whether no Python has to do with it, though Python may have started it. */
  private static boolean isOnlyJava(Facts facts) {
    return facts.frames().isEmpty() && !facts.seen(PythonClue.SDK);
  }
}
