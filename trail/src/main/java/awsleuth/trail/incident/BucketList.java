package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.trail.change.Change;
import java.util.List;
import java.util.Optional;

/**
 * A bucket's access control list, which may let other accounts list and write its objects (S3 user
 * guide, "Access control list (ACL) overview").
 *
 * @param call the refused call
 */
record BucketList(Refused call) {

  /** What the list of an object decides, and not that of its bucket. */
  private static final List<String> OF_OBJECTS = List.of("Get", "Head");

  /** The ruling; empty where it is no such change, or the list lets no such caller in. */
  Optional<Ruling> ruling(Change change, Touch touch) {
    String operation = call.sampled().event().name();
    boolean may =
        touch == Touch.RESOURCE
            && change.event().name().equals("PutBucketAcl")
            && States.isDenial(call)
            && call.denial().kind() != Denial.Kind.EXPLICIT
            && call.isOfOthers()
            && OF_OBJECTS.stream().noneMatch(operation::startsWith);
    return may
        ? Optional.of(
            Ruling.possible(
                "it wrote the bucket's access control list, by which callers of other accounts may"
                    + " be let in",
                "whether the list before let the caller in: no event tells what it was"))
        : Optional.empty();
  }
}
