package awsleuth.collect.live;

import java.util.List;
import java.util.Map;

/** Who asks. */
record CallerIdentity() implements LiveQuestion {

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
          asking.as(d.textAt("Arn"), d.textAt("Account"));
          asking.keep("caller-identity.json", Texts.pretty(d));
        });
  }
}
