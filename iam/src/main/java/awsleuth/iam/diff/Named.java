package awsleuth.iam.diff;

import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Position;
import awsleuth.iam.policy.Principals;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a statement may name; statements that may name the same are open together. */
record Named(boolean negated, Set<Principals.Entry> entries) {

  /** Of a statement, by its unique IDs where it has some. */
  static Named of(Term term, UniqueIds ids) {
    Principals principals = term.statement().principals();
    List<Principals.Entry> open = principals.entries().stream().filter(ids::is).toList();
    return new Named(
        principals.negated(),
        (open.isEmpty() ? principals.entries() : open)
            .stream()
                .map(e ->
                    new Principals.Entry(e.kind(), new Located(e.value().value(), Position.START)))
                .collect(Collectors.toSet()));
  }
}
