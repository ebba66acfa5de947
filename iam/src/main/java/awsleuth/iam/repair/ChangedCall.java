package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A denied request made with other context keys, decided by the policies as they are. */
public final class ChangedCall {

  private static final String TAG = "aws:RequestTag/";
  private static final String TAG_KEYS = "aws:TagKeys";

  private ChangedCall() {}

  /**
   * What deciding it shows; empty where the policies deny it so too, or leave it open in a way that
   * no few keys settle.
   *
   * @param denied the decision before; one that is open counts as a denial, which AWS told
   * @param keys the values that the context has then, by key
   */
  public static Optional<Proof> prove(
      PolicySet set, Decision denied, SortedMap<String, String> keys) {
    Request changed = denied.request();
    for (Map.Entry<String, String> e : keys.entrySet()) {
      changed = changed.in(with(changed.context(), e.getKey(), e.getValue()));
    }
    Authorizer authorizer = Authorizer.of(set);
    Result after = authorizer.decide(changed);
    if (denied.result() == Result.ALLOWED || after.denied()) {
      return Optional.empty();
    }
    Proving proving = new Proving(set, authorizer, denied, Beside.NONE);
    String words =
        keys.entrySet().stream()
            .map(e -> "`" + e.getKey() + "` `" + e.getValue() + "`")
            .collect(Collectors.joining(" and "));
    if (after == Result.ALLOWED) {
      return Optional.of(proving.ofCall(changed, words, Map.of()));
    }
    List<Proposal> open = ContextChanges.of(authorizer, authorizer.explain(changed));
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(proving.ofCall(changed, words, open.getFirst().context()));
  }

  /** The keys of the tags of a request are in a key of their own. */
  private static Context with(Context context, String key, String value) {
    Context changed = DocumentedKeys.with(context, key, ContextValue.Present.of(value));
    if (!key.regionMatches(true, 0, TAG, 0, TAG.length())) {
      return changed;
    }
    String tag = key.substring(TAG.length());
    return switch (changed.get(TAG_KEYS)) {
      case ContextValue.Absent _ -> changed.with(TAG_KEYS, List.of(tag));
      case ContextValue.Present(List<String> tags, boolean _) when !tags.contains(tag) -> {
        List<String> more = new ArrayList<>(tags);
        more.add(tag);
        yield changed.with(TAG_KEYS, List.copyOf(more));
      }
      case ContextValue.Present _, ContextValue.Unknown _ -> changed;
    };
  }
}
