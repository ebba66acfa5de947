package awsleuth.collect.live;

import java.util.List;
import java.util.Map;

/**
 * Who asks, and in which account.
 *
 * @param kept whether the answer is evidence of the failed call; else it only tells in which
 *     account the next questions are asked
 */
record CallerIdentity(boolean kept) implements LiveQuestion {

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
    asking
        .call(what(), "sts", "GetCallerIdentity", Map.of())
        .ifPresent(d -> {
          if (d.textAt("Arn").isEmpty()) {
            asking.leaveOpen(what(), "what answers is not STS");
            return;
          }
          asking.as(d.textAt("Arn"), Arn.of(d.textAt("Arn")).map(Arn::account).orElse(""));
          if (kept) {
            asking.keep("caller-identity.json", Texts.pretty(d));
          }
        });
  }
}
