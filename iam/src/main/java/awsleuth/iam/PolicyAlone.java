package awsleuth.iam;

import awsleuth.iam.match.Grant;
import awsleuth.iam.match.KeyTable;
import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * What policies of one type say by themselves, without the others that apply to a request. Prepared
 * once; for use by one thread.
 */
public final class PolicyAlone {

  private final KeyTable keys = new KeyTable();
  private final List<Rule> rules = new ArrayList<>();
  private final ActionIndex index = new ActionIndex();

  /**
   * What they say of a request.
   *
   * @param grant how strongly a statement allows it: {@link Grant#NONE} where none does, {@link
   *     Grant#DIRECT} where the policies name no principals; what is unknown counts as not allowed
   * @param denied whether a statement denies it
   */
  public record Verdict(Grant grant, Truth denied) {

    /** Whether they allow it so strongly, and nothing of them denies. */
    public boolean allows(Grant least) {
      return denied == Truth.FALSE && grant.compareTo(least) >= 0;
    }
  }

  /** Prepares policies of one type. */
  public static PolicyAlone of(List<Policy> policies) {
    PolicyAlone alone = new PolicyAlone();
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        alone.index.add(alone.rules.size(), statement.actions());
        alone.rules.add(new Rule(Layer.IDENTITY, 0, policy, statement, alone.keys));
      }
    }
    return alone;
  }

  private PolicyAlone() {}

  /** What they say of a request. */
  public Verdict decide(Request request) {
    View view = new View(request, keys);
    Grant grant = Grant.NONE;
    Truth denied = Truth.FALSE;
    BitSet about = index.about(request.action());
    for (int i = about.nextSetBit(0); i >= 0; i = about.nextSetBit(i + 1)) {
      Rule rule = rules.get(i);
      if (rule.denies()) {
        denied = denied.or(rule.applies(view, false));
      } else if (rule.applies(view, false) == Truth.TRUE) {
        Grant more = grant(rule, view);
        grant = more.compareTo(grant) > 0 ? more : grant;
      }
    }
    return new Verdict(grant, denied);
  }

  private static Grant grant(Rule rule, View view) {
    return rule.statement().principals().present() ? rule.principals().least(view) : Grant.DIRECT;
  }

  /** Whether one statement applies to a request, by its place among the statements of all. */
  public boolean applies(int number, Request request) {
    Rule rule = rules.get(number);
    return rule.isAbout(request.action().toLowerCase(Locale.ROOT))
        && rule.applies(new View(request, keys), false) == Truth.TRUE;
  }
}
