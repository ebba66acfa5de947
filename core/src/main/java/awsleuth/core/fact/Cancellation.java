package awsleuth.core.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why DynamoDB cancelled a transaction. Its message lists a reason for each item, in the order of
 * the request, {@code None} for those without fault (DynamoDB API reference, {@code
 * TransactionCanceledException}).
 *
 * @param reasons those of the items at fault, the most permanent first; empty where the text has no
 *     list or the list none that is known
 */
public record Cancellation(List<Reason> reasons) {

  private static final String LEAD = "specific reasons [";
  private static final int LONGEST = 5000;

  /** A reason; the more permanent ones come first. */
  public enum Reason {
    /** The item is not as the table takes it. */
    VALIDATION("ValidationError"),
    /** The items of one partition key have grown too large for a local secondary index. */
    COLLECTION_SIZE("ItemCollectionSizeLimitExceeded"),
    /** An item to be inserted is there. */
    DUPLICATE("DuplicateItem"),
    /** The item's own condition did not hold. */
    CONDITION("ConditionalCheckFailed"),
    /** The table's provisioned throughput was used up. */
    CAPACITY("ProvisionedThroughputExceeded"),
    /** The table's or the key's throughput was used up. */
    THROTTLING("ThrottlingError"),
    /** Another request was at work on the item. */
    CONFLICT("TransactionConflict");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** As DynamoDB writes it. */
    public String code() {
      return code;
    }
  }

  /** Whether the call is a transaction that was cancelled. */
  public static boolean isOne(Facts facts) {
    return facts.code("TransactionCanceledException", "TransactionCanceled");
  }

  /** The reasons of the failed call; empty ones for any other failure. */
  public static Cancellation of(Facts facts) {
    return facts.once(Cancellation.class, Cancellation::read);
  }

  private static Cancellation read(Facts facts) {
    String message = facts.call().message();
    int lead = isOne(facts) ? message.indexOf(LEAD) : -1;
    int from = lead + LEAD.length();
    int end = lead < 0 ? -1 : message.indexOf(']', from);
    if (lead < 0) {
      return new Cancellation(List.of());
    }
    int to = Math.min(end < 0 ? message.length() : end, from + LONGEST);
    List<String> listed = List.of(message.substring(from, to).split(",", -1));
    List<String> codes = listed.stream().map(String::strip).toList();
    List<Reason> found = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (codes.contains(reason.code)) {
        found.add(reason);
      }
    }
    return new Cancellation(List.copyOf(found));
  }

  /** The most permanent reason, which decides whether the same request can succeed at all. */
  public Optional<Reason> deciding() {
    return reasons.stream().findFirst();
  }

  /** Whether this one decides. */
  public boolean isFor(Reason reason) {
    return deciding().filter(reason::equals).isPresent();
  }

  /** Cites the deciding reason and names the others. */
  public Citation cite(Facts facts) {
    if (reasons.isEmpty()) {
      return facts.citeError();
    }
    String others =
        String.join(", ", reasons.stream().skip(1).map(r -> "`" + r.code + "`").toList());
    return facts.cite(
        "DynamoDB gives the reason `"
            + reasons.getFirst().code
            + "`"
            + (others.isEmpty() ? "" : ", and of other items " + others));
  }
}
