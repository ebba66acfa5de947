package awsleuth.core;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Ranking;
import awsleuth.core.cause.SamePlace;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Tongue;
import awsleuth.core.cause.permissions.PermissionSet;
import awsleuth.core.conflict.Conflict;
import awsleuth.core.conflict.NewerPolicy;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Surroundings;
import awsleuth.core.read.Readers;
import awsleuth.core.written.WrittenPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The door of the core: from artifacts to a diagnosis. */
public final class Diagnoser {

  private final AwsCatalog catalog;
  private final List<Cause> causes;

  /** A diagnoser that asks every cause and knows AWS from this catalog. */
  public Diagnoser(AwsCatalog catalog) {
    this(catalog, Causes.all());
  }

  Diagnoser(AwsCatalog catalog, List<Cause> causes) {
    this.catalog = catalog;
    this.causes = causes;
  }

  /**
   * Reads the artifacts and diagnoses every failed call in them. Never throws for any content; a
   * diagnosis without failures means that no failed AWS call was found.
   */
  public Diagnosis diagnose(List<Artifact> artifacts) {
    return diagnose(artifacts, List.of());
  }

  /** Like {@link #diagnose(List)}, with evidence that is read already beside the artifacts. */
  public Diagnosis diagnose(List<Artifact> artifacts, List<? extends Evidence> more) {
    List<Evidence> evidence = new ArrayList<>(more);
    for (Artifact a : artifacts) {
      evidence.addAll(Readers.read(a, catalog));
    }
    List<Evidence> probed = ProbeFailures.complete(evidence, catalog);
    return diagnoseEvidence(TrailFailures.complete(probed, catalog));
  }

  /** Diagnoses failures among evidence that is read already. */
  public Diagnosis diagnoseEvidence(List<? extends Evidence> evidence) {
    Surroundings surroundings = Surroundings.of(evidence);
    Supplier<WrittenPolicies> written = written(surroundings);
    List<FailureDiagnosis> diagnosed = new ArrayList<>();
    for (Failure f : Failures.inOrder(evidence)) {
      diagnosed.add(diagnose(f, surroundings, written));
    }
    return new Diagnosis(OfOneCause.merged(diagnosed));
  }

  /** Looked for once; where that throws, each failure that asks for them is told so. */
  private static Supplier<WrittenPolicies> written(Surroundings surroundings) {
    try {
      WrittenPolicies written = WrittenPolicies.of(surroundings.trail());
      return () -> written;
    } catch (RuntimeException | StackOverflowError bug) {
      return () -> {
        throw new IllegalStateException(String.valueOf(bug));
      };
    }
  }

  private FailureDiagnosis diagnose(
      Failure failure, Surroundings surroundings, Supplier<WrittenPolicies> written) {
    Supplier<Optional<GivenParameters>> seen =
        () -> new Facts(failure, surroundings, catalog).written();
    Facts facts;
    try {
      facts = facts(failure, surroundings, written.get());
    } catch (RuntimeException | StackOverflowError bug) {
      return crashed(
          beside(new Facts(failure, surroundings, catalog), seen), "fact/written-policies", bug);
    }
    return beside(facts, seen);
  }

  /** What is known of the primary failure; empty where no call failed. */
  public Optional<Facts> primary(List<? extends Evidence> evidence) {
    List<Evidence> complete = TrailFailures.complete(List.copyOf(evidence), catalog);
    Surroundings surroundings = Surroundings.of(complete);
    return Failures.inOrder(complete).stream()
        .findFirst()
        .map(failure -> new Facts(failure, surroundings, catalog));
  }

  /** The facts of a failure, with the policies that were written last before it. */
  private Facts facts(Failure failure, Surroundings surroundings, WrittenPolicies written) {
    Facts facts = new Facts(failure, surroundings, catalog);
    List<PolicyDocument> held = written.before(facts, catalog);
    return held.isEmpty() ? facts : new Facts(failure, surroundings.with(held), catalog);
  }

  /** With the policies as they were when the call failed; as given where finding these throws. */
  private FailureDiagnosis beside(Facts asGiven, Supplier<Optional<GivenParameters>> seen) {
    List<NewerPolicy> newer;
    try {
      newer = NewerPolicy.of(asGiven);
    } catch (RuntimeException | StackOverflowError bug) {
      return crashed(diagnose(asGiven, seen), "conflict/newer-policy", bug);
    }
    return diagnose(asGiven, newer, seen);
  }

  /** What was found without what threw, which is told last. */
  private static FailureDiagnosis crashed(FailureDiagnosis d, String id, Throwable bug) {
    List<Verdict> verdicts = new ArrayList<>(d.verdicts());
    verdicts.add(new Verdict(id, Stage.RESOURCE, new Outcome.Crashed(String.valueOf(bug))));
    verdicts.sort(Ranking.ORDER);
    return new FailureDiagnosis(d.failure(), List.copyOf(verdicts), d.conflicts(), d.seen());
  }

  private FailureDiagnosis diagnose(
      Facts asGiven, List<NewerPolicy> newer, Supplier<Optional<GivenParameters>> seen) {
    if (newer.isEmpty()) {
      return diagnose(asGiven, seen);
    }
    Facts then = asGiven;
    for (NewerPolicy n : newer) {
      then = then.with(n.given(), n.then());
    }
    FailureDiagnosis d = diagnose(then, seen);
    List<Conflict> conflicts = new ArrayList<>(d.conflicts());
    newer.stream().map(NewerPolicy::conflict).forEach(conflicts::add);
    return new FailureDiagnosis(d.failure(), d.verdicts(), List.copyOf(conflicts), seen);
  }

  /** The facts that are worked out for the causes are not kept for who asks for the call's text. */
  private FailureDiagnosis diagnose(Facts facts, Supplier<Optional<GivenParameters>> seen) {
    List<Verdict> verdicts = examine(facts);
    if (facts.isAlone()) {
      return new FailureDiagnosis(facts.failure(), verdicts, List.of(), seen);
    }
    Conflicts conflicts = Conflicts.of(facts);
    return new FailureDiagnosis(
        facts.failure(), conflicts.settle(verdicts), conflicts.found(), seen);
  }

  /** What every cause says of one failure, ranked; evidence that contradicts itself is left out. */
  public List<Verdict> verdicts(Facts facts) {
    return examine(facts);
  }

  private List<Verdict> examine(Facts facts) {
    List<Verdict> verdicts = new ArrayList<>(causes.size());
    for (Cause cause : causes) {
      verdicts.add(new Verdict(cause.id(), cause.stage(), ask(cause, facts)));
    }
    return Settled.of(verdicts).stream().sorted(Ranking.ORDER).toList();
  }

  /** A cause that throws is a bug of that cause and must not cost the user the other answers. */
  private static Outcome ask(Cause cause, Facts facts) {
    try {
      Outcome outcome = PermissionSet.told(cause.examine(facts), facts);
      return SamePlace.told(Tongue.told(outcome, facts), cause.id(), facts);
    } catch (RuntimeException | StackOverflowError bug) {
      return new Outcome.Crashed(String.valueOf(bug));
    }
  }
}
