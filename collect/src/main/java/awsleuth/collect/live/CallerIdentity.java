package awsleuth.collect.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks, and in which account.
 *
 * @param kept whether the answer is evidence of the failed call; else it only tells in which
 *     account the next questions are asked
 * @param known who asks by ARN, where that was told before; then it is not asked
 */
record CallerIdentity(boolean kept, Optional<String> known) implements LiveQuestion {

  @Override
  public String what() {
    return "who is calling";
  }

  @Override
  public List<String> permissions() {
    return List.of();
  }

  @Override
  public void ask(Asking asking) {
    if (known.isPresent()) {
      asking.as(known.get(), account(known.get()));
      return;
    }
    asking
        .call(what(), "sts", "GetCallerIdentity", Map.of())
        .ifPresent(d -> {
          if (d.textAt("Arn").isEmpty()) {
            asking.leaveOpen(what(), "what answers is not STS");
            return;
          }
          asking.as(d.textAt("Arn"), account(d.textAt("Arn")));
          if (kept) {
            asking.keep("caller-identity.json", Texts.pretty(d));
          }
        });
  }

  private static String account(String arn) {
    return Arn.of(arn).map(Arn::account).orElse("");
  }
}
