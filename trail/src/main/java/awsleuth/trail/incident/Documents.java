package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.iam.Layer;
import awsleuth.iam.TwoResources;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.StatementChange;
import awsleuth.trail.change.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The documents of changes, as far as the archive has them, and what they say of a call.
 *
 * @param call the refused call
 * @param history what policies say
 * @param boundaries the policies that are the caller's boundary; empty where that is not known
 */
record Documents(Refused call, History history, Set<String> boundaries) {

  /** Keys of what is called (IAM user guide, "Global condition context keys"; S3's own). */
  private static final Pattern OF_TAGS =
      Pattern.compile("(resource|existingobject)tag/", Pattern.CASE_INSENSITIVE);

  /** Where AWS's word alone tells what is a boundary. */
  Documents(Refused call, History history) {
    this(call, history, Set.of());
  }

  /** What a document holds since a change; the empty text where nothing is left of it. */
  Optional<String> since(Change change) {
    if (change.topic() == Topic.BOUNDARY && !change.removes()) {
      return history.managed(change.part(), change).map(history::document);
    }
    if (change.attaches()) {
      return history.former(change).map(history::document);
    }
    if (change.topic() == Topic.ORGANISATION && change.document().isEmpty()) {
      return change.event().name().equals("AttachPolicy")
          ? history.written(change).map(history::document)
          : Optional.empty();
    }
    return change.removes()
        ? Optional.of("")
        : Optional.of(history.document(change)).filter(d -> !d.isEmpty());
  }

  /** What holds after: the new document, that of a boundary, or nothing of what was taken away. */
  Decided after(Change change, PolicyType type, Layer layer, Request request) {
    return since(change)
        .map(d -> d.isEmpty() ? Decided.NOTHING : Decided.of(type, layer, d, request))
        .orElse(Decided.OPEN);
  }

  /**
   * Whether what a change left, and what was before as far as that is known, says the same of a
   * call on another resource as of the refused one on its own.
   *
   * @param former the change that wrote what was before; empty where the archive does not have it
   */
  boolean areAlike(String other, Change change, Optional<Change> former) {
    Optional<String> since = since(change);
    Optional<PolicyType> type = type(change);
    return since.isPresent()
        && type.isPresent()
        && areAlike(other, type.get(), since.get())
        && areAlike(other, type.get(), former.map(history::document).orElse(""));
  }

  /** Likewise of one document; the empty text is about nothing. Two may have other tags. */
  boolean areAlike(String other, PolicyType type, String document) {
    Optional<Request> request = call.request();
    return request.isPresent()
        && (document.isEmpty()
            || PolicyParser.parse("document", type, document)
                .policy()
                .filter(_ -> !OF_TAGS.matcher(document).find())
                .filter(p -> TwoResources.areAlike(p, request.get(), other))
                .isPresent());
  }

  /**
   * In which statements a change's document differs from what was before, if that is known; of a
   * managed policy that is attached those that deny.
   */
  List<StatementChange> statements(Change change, Optional<Change> former) {
    if (change.attaches()) {
      return since(change)
          .map(d -> StatementChange.denials(PolicyType.IDENTITY, d))
          .orElse(List.of());
    }
    return former
        .filter(_ -> !history.document(change).isEmpty())
        .flatMap(f ->
            type(change)
                .map(
                    t -> StatementChange.between(t, history.document(f), history.document(change))))
        .orElse(List.of());
  }

  /** The type of the policy that a change wrote; empty where it wrote none. */
  Optional<PolicyType> type(Change change) {
    if (Organisation.isOfResources(change, history)) {
      return Optional.of(PolicyType.RCP);
    }
    return isBoundary(change) ? Optional.of(PolicyType.BOUNDARY) : change.topic().type();
  }

  /** Whether a managed policy counts as a boundary: by what AWS says, else as the caller's. */
  private boolean isBoundary(Change change) {
    PolicyDocument.Type said = call.denial().policyType();
    return change.topic() == Topic.MANAGED
        && (said == PolicyDocument.Type.BOUNDARY
            || (said == PolicyDocument.Type.UNKNOWN && boundaries.contains(change.thing().name())));
  }

  /** The topic that stands for all of one layer. */
  Topic layer(Change change) {
    return change.topic() != Topic.MANAGED
        ? change.topic()
        : isBoundary(change) ? Topic.BOUNDARY : Topic.IDENTITY;
  }

  /** In which layer of a decision a policy of that type is. */
  static Layer layer(Change change, PolicyType type) {
    return switch (type) {
      case BOUNDARY -> Layer.BOUNDARY;
      case RCP -> Layer.RCP;
      case IDENTITY, RESOURCE, TRUST, SESSION, SCP, VPC_ENDPOINT ->
          change.topic().layer().orElse(Layer.IDENTITY);
    };
  }
}
