package awsleuth.iam.diff;

import awsleuth.iam.match.Grant;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Optional;

/**
 * Requests that are decided otherwise after the change: exactly those of its principals and actions
 * to which its statements apply and those of its exceptions do not.
 *
 * @param change in what
 * @param who whose requests, for people; empty where the policies name no principals
 * @param grant how strongly the policies allow them: {@link Grant#ACCOUNT} where a policy of the
 *     principal must allow them too
 * @param actions their actions, as AWS spells them, sorted; where {@code unknown}, one that stands
 *     for the others
 * @param others whether they are also those of all services that no statement names; {@code
 *     actions} then has those of one such service
 * @param unknown whether AWS's data has none of these actions
 * @param by the statement that allows them on one side, or denies them
 * @param but the statement that denies them on the other side although another there allows them;
 *     empty where none allows them there
 * @param excepts what is not meant
 * @param witness one of the requests, which the policies by themselves decide so
 * @param around beside what the whole decision on the witness depends on them, as the decision
 *     engine finds; empty where it does beside nothing that was tried
 * @param odd why AWS makes no request like the witness, where it makes none; empty where it may
 */
public record Difference(
    Change change,
    String who,
    Grant grant,
    List<String> actions,
    boolean others,
    boolean unknown,
    Cited by,
    Optional<Cited> but,
    List<Except> excepts,
    Request witness,
    Optional<Surroundings> around,
    List<String> odd) {

  /**
   * Whether only requests that a permissions boundary or a session policy keeps out depend on it:
   * others are allowed by both sides.
   */
  public boolean isPastLimits() {
    return around.map(Surroundings::limited).orElse(false);
  }

  /** The same of other actions. */
  Difference of(List<String> all) {
    return new Difference(
        change, who, grant, all, others, unknown, by, but, excepts, witness, around, odd);
  }
}
