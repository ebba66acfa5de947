package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.policy.Principals.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Principal and NotPrincipal. */
final class PrincipalParser {

  private final List<Fault> faults;

  PrincipalParser(List<Fault> faults) {
    this.faults = faults;
  }

  List<Entry> parse(Node node) {
    List<Entry> entries = new ArrayList<>();
    switch (node) {
      case Node.Text t when t.value().equals("*") ->
          entries.add(new Entry(Kind.EVERYONE, new Located("*", t.at())));
      case Node.Members map -> map(map, entries);
      case Node.Text _, Node.Items _, Node.Nothing _ ->
          faults.add(
              new Fault(
                  Code.DATA_TYPE_MISMATCH,
                  "Principal is neither `*` nor an object such as `{\"AWS\": \"arn:…\"}`",
                  node.at()));
    }
    return List.copyOf(entries);
  }

  private void map(Node.Members map, List<Entry> entries) {
    Objects.keysOnce(map, faults);
    for (Node.Member m : map.members()) {
      Optional<Kind> kind = kind(m.key().value());
      if (kind.isEmpty()) {
        faults.add(
            new Fault(
                Code.INVALID_PRINCIPAL_KEY,
                "`" + m.key().value() + "` is none of AWS, Service, Federated, CanonicalUser",
                m.key().at()));
        continue;
      }
      for (Located value : StatementParser.texts(m.value(), m.key().value(), faults)) {
        entries.add(entry(kind.get(), value));
      }
    }
  }

  private Entry entry(Kind kind, Located value) {
    if (kind == Kind.AWS && value.value().equals("*")) {
      return new Entry(Kind.EVERYONE, value);
    }
    if (kind == Kind.AWS && value.value().indexOf('*') >= 0) {
      faults.add(
          new Fault(
              Code.INVALID_PRINCIPAL_FORMAT,
              "`"
                  + value.value()
                  + "` matches nobody: only a whole `*` is a wildcard; match part of an ARN with a"
                  + " condition on `aws:PrincipalArn`",
              value.at()));
    }
    PrincipalForm.fault(kind, value.value())
        .ifPresent(
            message -> faults.add(new Fault(Code.INVALID_PRINCIPAL_FORMAT, message, value.at())));
    return new Entry(kind, value);
  }

  private static Optional<Kind> kind(String key) {
    return switch (key) {
      case "AWS" -> Optional.of(Kind.AWS);
      case "Service" -> Optional.of(Kind.SERVICE);
      case "Federated" -> Optional.of(Kind.FEDERATED);
      case "CanonicalUser" -> Optional.of(Kind.CANONICAL_USER);
      default -> Optional.empty();
    };
  }
}
