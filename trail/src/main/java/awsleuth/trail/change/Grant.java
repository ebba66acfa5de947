package awsleuth.trail.change;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a grant of a KMS key allows, as the status of a change (KMS API reference, CreateGrant). */
final class Grant {

  private static final String FOR = " for ";
  private static final String LIMITED = " by constraints";

  private Grant() {}

  /** {@code 0c23… for Decrypt, GenerateDataKey}; empty where the event does not tell. */
  static String status(RecordTree tree) {
    String id = tree.text("responseElements.grantId");
    List<String> operations = tree.texts(List.of("requestParameters.operations.*"));
    boolean limited = !tree.json(List.of("requestParameters.constraints")).isEmpty();
    return id.isEmpty() || operations.isEmpty()
        ? ""
        : id + FOR + String.join(", ", operations) + (limited ? LIMITED : "");
  }

  static boolean isOf(String status, String id) {
    return status.startsWith(id + FOR);
  }

  static boolean isLimited(String status) {
    return status.endsWith(LIMITED);
  }

  static Set<String> operations(String status) {
    int at = status.indexOf(FOR);
    String told = at < 0 ? "" : status.substring(at + FOR.length()).replace(LIMITED, "");
    return Stream.of(told.toLowerCase(Locale.ROOT).split(", ", -1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
