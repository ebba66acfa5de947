package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Membership;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.document.AnswerReader;
import awsleuth.core.read.document.AuthorizationReader;
import awsleuth.core.read.document.BoundaryReader;
import awsleuth.core.read.document.ConfigTextReader;
import awsleuth.core.read.document.EnvironmentReader;
import awsleuth.core.read.document.GroupReader;
import awsleuth.core.read.document.IdentityReader;
import awsleuth.core.read.document.ManifestReader;
import awsleuth.core.read.document.ParametersReader;
import awsleuth.core.read.document.PolicyReader;
import awsleuth.core.read.document.ProfileReader;
import awsleuth.core.read.document.SimulationReader;
import awsleuth.core.read.document.TagReader;
import awsleuth.core.read.document.TrailReader;
import awsleuth.core.read.document.UsageReader;
import awsleuth.core.read.text.Harmless;
import awsleuth.core.scan.Stretches;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyFinder;
import awsleuth.iam.policy.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door of the readers: from an artifact to evidence. */
public final class Readers {

  private Readers() {}

  /** Reads an artifact by its kind, found out from its content where it is ANY; never throws. */
  public static List<? extends Evidence> read(Artifact artifact, AwsCatalog catalog) {
    return switch (artifact.kind()) {
      case ANY -> any(artifact, catalog);
      case TRACEBACK ->
          Kinds.of(artifact) == Kind.TRAIL
              ? TrailReader.read(artifact)
              : FailureReader.read(artifact, catalog);
      case ENV -> EnvironmentReader.read(artifact);
      case CONFIG, CREDENTIALS -> files(artifact);
      case POLICY_IDENTITY -> policies(artifact, PolicyDocument.Type.IDENTITY);
      case POLICY_RESOURCE -> policies(artifact, PolicyDocument.Type.RESOURCE);
      case POLICY_BOUNDARY -> policies(artifact, PolicyDocument.Type.BOUNDARY);
      case POLICY_SCP -> policies(artifact, PolicyDocument.Type.SCP);
      case POLICY_RCP -> policies(artifact, PolicyDocument.Type.RCP);
      case POLICY_SESSION -> policies(artifact, PolicyDocument.Type.SESSION);
      case POLICY_VPC_ENDPOINT -> policies(artifact, PolicyDocument.Type.VPC_ENDPOINT);
      case POLICY_TRUST -> policies(artifact, PolicyDocument.Type.TRUST);
      case POLICY -> policies(artifact, PolicyDocument.Type.UNKNOWN);
      case TRAIL -> TrailReader.read(artifact);
      case SIMULATION -> SimulationReader.read(artifact);
      case MANIFEST -> ManifestReader.all(artifact);
      case AUTHORIZATION -> AuthorizationReader.read(artifact);
      case USAGE -> UsageReader.read(artifact);
      case TAGS -> tags(artifact);
      case PARAMS -> ParametersReader.read(artifact, catalog);
      case RECORD -> RecordReader.read(artifact, catalog);
    };
  }

  /**
   * The one CloudTrail event that a text is; empty where it is none. Never throws.
   *
   * @param artifact the name of what the text is cut from
   * @param line the line there that it begins in, from 1
   */
  public static Optional<TrailEvent> trailEvent(String artifact, String text, int line) {
    return TrailReader.event(artifact, text, line);
  }

  /**
   * A policy that stands in something else, such as an event that wrote it. Empty where it is none,
   * or where nothing can be decided with it. Never throws.
   *
   * @param name what it is called
   * @param text its JSON
   * @param source where it stands; all of its parts are taken to stand in that line
   */
  public static Optional<PolicyDocument> policy(
      PolicyDocument.Type type, String name, String text, Source source) {
    String line = "\n".repeat(Math.max(0, source.line() - 1)) + text.replaceAll("[\r\n]", " ");
    List<PolicyDocument> read =
        PolicyReader.read(new Artifact(source.artifact(), Kind.POLICY, line), type);
    return read.size() == 1
        ? read.getFirst().policy().map(p -> within(read.getFirst().named(name), p, text, source))
        : Optional.empty();
  }

  private static PolicyDocument within(
      PolicyDocument document, Policy policy, String text, Source source) {
    Position string = new Position(source.line(), 2, 0, 0);
    return document.with(
        PolicyFinder.inString(source.artifact(), policy.type(), text, string).policy());
  }

  /** What IAM prints of a role or user has its policies and its tags. */
  private static List<Evidence> policies(Artifact artifact, PolicyDocument.Type type) {
    List<Evidence> found = new ArrayList<>(PolicyReader.read(artifact, type));
    if (artifact.text().contains("\"Tags\"")) {
      found.addAll(TagReader.read(artifact));
    }
    found.addAll(GroupReader.ofAccount(artifact));
    found.addAll(BoundaryReader.read(artifact));
    return found;
  }

  /** What IAM prints of a role or user has its tags, and tells that it has no boundary. */
  private static List<Evidence> tags(Artifact artifact) {
    List<Evidence> found = new ArrayList<>(TagReader.read(artifact));
    if (!found.isEmpty()) {
      found.addAll(BoundaryReader.read(artifact));
    }
    return found;
  }

  private static List<Evidence> files(Artifact artifact) {
    List<Evidence> found = new ArrayList<>(ProfileReader.read(artifact));
    if (!found.isEmpty() || artifact.text().isBlank()) {
      found.add(ConfigTextReader.read(artifact));
    }
    return found;
  }

  /**
   * The variables of a process, with fingerprints for secrets; never throws.
   *
   * @param source where they were seen
   */
  public static List<EnvironmentVariable> variables(
      Map<String, String> environment, Source source) {
    return EnvironmentReader.exact(environment, source);
  }

  /** A text as it may be shown: without secrets and terminal sequences. */
  public static String harmless(String text) {
    return Harmless.of(text);
  }

  /** What a text is found to be by its content, and what a command of the AWS CLI answered. */
  private static List<? extends Evidence> any(Artifact artifact, AwsCatalog catalog) {
    List<? extends Evidence> found = byContent(artifact, catalog);
    Optional<CliAnswer> answer = AnswerReader.read(artifact);
    if (answer.isEmpty() || found.stream().anyMatch(Failure.class::isInstance)) {
      return found;
    }
    List<Evidence> both = new ArrayList<>(found);
    both.add(answer.get());
    return both;
  }

  /**
   * An environment or a config file may be printed into the log of a failure: both are read. Tags
   * that nothing tells the owner of may stand in any JSON.
   */
  private static List<? extends Evidence> byContent(Artifact artifact, AwsCatalog catalog) {
    List<Membership> groups = GroupReader.read(artifact);
    if (!groups.isEmpty()) {
      return groups;
    }
    Kind kind = Kinds.of(artifact);
    List<? extends Evidence> found =
        read(new Artifact(artifact.name(), kind, artifact.text()), catalog);
    if (kind == Kind.TAGS && found.isEmpty()) {
      return FailureReader.read(artifact, catalog);
    }
    List<NoBoundary> told = found.isEmpty() ? BoundaryReader.read(artifact) : List.of();
    if (!told.isEmpty()) {
      return told;
    }
    if (found.isEmpty()) {
      List<GivenParameters> calls = ParametersReader.ofProgram(artifact, catalog);
      return calls.isEmpty() ? IdentityReader.read(artifact).stream().toList() : calls;
    }
    if (kind != Kind.ENV && kind != Kind.CONFIG && kind != Kind.CREDENTIALS) {
      return found;
    }
    List<Evidence> both = new ArrayList<>(found);
    List<Evidence> failures = List.copyOf(FailureReader.read(artifact, catalog));
    both.addAll(failures.isEmpty() ? ParametersReader.ofProgram(artifact, catalog) : failures);
    return both;
  }

  /**
   * What a text is of which only the beginning is at hand: the kind given, or what the beginning
   * looks like where that is ANY. Never ANY.
   */
  public static Kind kindByBeginning(String name, Kind kind, String beginning) {
    return kind == Kind.ANY ? Kinds.ofBeginning(name, beginning) : kind;
  }

  /**
   * Reads the failures out of a stream of any length in memory that does not grow with it.
   *
   * @throws java.io.IOException where the stream cannot be read
   */
  public static Streamed readStream(String name, Stretches.ByteSource in, AwsCatalog catalog)
      throws IOException {
    return readStream(name, in, catalog, Occurrences.NONE);
  }

  /**
   * Likewise.
   *
   * @param occurrences takes each time that a failed call is told
   * @throws java.io.IOException where the stream cannot be read
   */
  public static Streamed readStream(
      String name, Stretches.ByteSource in, AwsCatalog catalog, Occurrences occurrences)
      throws IOException {
    return StreamReader.read(name, in, catalog, occurrences);
  }
}
