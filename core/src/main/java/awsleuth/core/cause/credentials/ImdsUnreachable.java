package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Instance metadata did not answer. */
final class ImdsUnreachable implements Cause {

  @Override
  public String id() {
    return "credentials/imds-unreachable";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<Finding> setting = MetadataSetting.found(facts);
    if (setting.isPresent()) {
      return Outcome.confirmed(setting.get());
    }
    Optional<ProbeResult> probed = facts.found("metadata").filter(_ -> isOfChain(facts));
    Optional<Failure> lost = lost(facts);
    if (probed.isEmpty() && lost.isEmpty() && !isTold(facts)) {
      return Outcome.NOT_SEEN;
    }
    MetadataAnswer answer = MetadataAnswer.of(facts, probed, lost.isPresent());
    Finding finding =
        new Finding(
            "instance metadata did not give credentials",
            lost.isPresent() ? Finding.Specificity.EVIDENCE : Finding.Specificity.MESSAGE,
            because(facts, answer, probed, lost),
            answer.fixes(facts),
            answer.again());
    boolean whole = facts.call().code().isEmpty() && facts.seen(CredentialsClue.WHOLE_CHAIN);
    return whole && probed.isEmpty()
        ? Outcome.possible(
            finding.perhaps(),
            "whether the program runs on an instance or in a container at all",
            "where it runs; elsewhere there is no instance metadata, and nothing is wrong with"
                + " that")
        : Outcome.confirmed(finding);
  }

  /** Whether botocore went as far as to instance metadata, and was left without credentials. */
  private static boolean isOfChain(Facts facts) {
    return facts.exception("NoCredentialsError")
        || (facts.exception("CredentialRetrievalError")
            && facts.captured("provider").orElse("").equals("Ec2InstanceMetadata"));
  }

  /** Whether the text of the failure tells it. */
  private static boolean isTold(Facts facts) {
    return (facts.exception("CredentialRetrievalError")
            && (facts.captured("provider").orElse("").equals("Ec2InstanceMetadata")
                || facts.captured("provider").orElse("").equals("iam-role")))
        || (facts.call().endpoint().contains("169.254.169.254")
            && facts.exception(
                "ConnectTimeoutError",
                "ReadTimeoutError",
                "EndpointConnectionError",
                "ConnectionClosedError"))
        || (facts.call().code().isEmpty()
            && (facts.call().service().equals("ec2imds")
                || facts.seen(CredentialsClue.IMDS_FAILED)
                || Metadata.isAddressed(facts))
            && !facts.seen(CredentialsClue.IMDS_ANSWER))
        || (facts.exception("MetadataRetrievalError")
            && !facts.seen(CredentialsClue.BAD_METADATA)
            && !facts.seen(CredentialsClue.CONTAINER));
  }

  /**
   * The request for instance metadata's token, of the same log, whose answer did not come though
   * the connection stood: it needs more hops than the instance allows (EC2 user guide, "Instance
   * metadata options": the hop limit is that of the token's answer alone).
   */
  private static Optional<Failure> lost(Facts facts) {
    return !facts.exception("NoCredentialsError")
        ? Optional.empty()
        : facts.given(Failure.class).stream()
            .filter(f -> f.call().exception().equals("ReadTimeoutError"))
            .filter(f -> f.call().endpoint().endsWith("169.254.169.254/latest/api/token"))
            .filter(f -> f.source().artifact().equals(facts.failure().source().artifact()))
            .findFirst();
  }

  private static List<Citation> because(
      Facts facts, MetadataAnswer answer, Optional<ProbeResult> probed, Optional<Failure> lost) {
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    lost.ifPresent(f ->
        because.add(
            Facts.cite(
                "instance metadata was reached, and the answer with its token was lost on the way",
                f.source())));
    probed.ifPresent(p -> because.add(Facts.cite(p.words(), p.source())));
    answer.cited(facts).ifPresent(because::add);
    Answers.oneHop(facts).ifPresent(because::add);
    return because;
  }
}
