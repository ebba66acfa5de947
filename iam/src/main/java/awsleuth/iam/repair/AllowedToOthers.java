package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests of the past by others, decided again after a change of a policy that they are decided by
 * too. What their own policies say counts where it is known; else those are taken to allow all, as
 * the request was allowed.
 */
final class AllowedToOthers {

  private static final String ENDPOINT = "aws:SourceVpce";

  private final PolicySet before;
  private final PolicySet after;
  private final Request refused;
  private final List<Holder> holders;
  private final Set<Layer> changed = EnumSet.noneOf(Layer.class);

  AllowedToOthers(PolicySet before, PolicySet after, Request refused, List<Holder> holders) {
    this.before = before;
    this.after = after;
    this.refused = refused;
    this.holders = holders;
    List<Policy> old = before.all();
    for (int i = 0; i < old.size(); i++) {
      if (!old.get(i).own().equals(after.all().get(i).own())) {
        changed.add(Layer.of(old.get(i).type()));
      }
    }
  }

  /** Whether a request was allowed and still is; empty where the change is not about it. */
  Optional<Boolean> stillAllowed(Request made) {
    Optional<Holder> holder = holders.stream().filter(h -> isBy(h, made.principal())).findFirst();
    if (holder.isPresent()) {
      return compared(
          made,
          OtherHolders.with(before, holder.get().identity(), holder.get().boundary()),
          new OtherHolders(before, after, refused).after(holder.get()));
    }
    boolean own = made.principal().account().equals(refused.principal().account());
    return isAbout(made, own)
        ? compared(made, Others.with(before, own), Others.with(after, own))
        : Optional.empty();
  }

  private static Optional<Boolean> compared(Request made, PolicySet old, PolicySet now) {
    return Authorizer.of(old).decide(made) == Result.ALLOWED
        ? Optional.of(Authorizer.of(now).decide(made) == Result.ALLOWED)
        : Optional.empty();
  }

  private static boolean isBy(Holder holder, Principal principal) {
    Principal has = holder.principal();
    return has.account().equals(principal.account())
        && switch (principal) {
          case Principal.RoleSession s ->
              has instanceof Principal.RoleSession r && r.role().equals(s.role());
          case Principal.User u -> has.text().equals(u.text());
          case Principal.Root _,
              Principal.FederatedUser _,
              Principal.Service _,
              Principal.Provider _,
              Principal.Anonymous _ ->
              false;
        };
  }

  private boolean isAbout(Request made, boolean own) {
    return (changed.contains(Layer.RESOURCE) && isOnSame(made.resource()))
        || (changed.contains(Layer.SCP) && own)
        || (changed.contains(Layer.RCP) && made.owner().equals(refused.owner()))
        || (changed.contains(Layer.VPC_ENDPOINT) && isThroughSame(made));
  }

  private boolean isThroughSame(Request made) {
    return made.context().get(ENDPOINT) instanceof ContextValue.Present p
        && p.equals(refused.context().get(ENDPOINT));
  }

  /** Whether two ARNs are of one resource that has a policy: a bucket has one for its objects. */
  private boolean isOnSame(String resource) {
    return whole(resource).equals(whole(refused.resource()));
  }

  private static String whole(String arn) {
    int slash = arn.indexOf('/');
    return arn.contains(":s3:::") && slash > 0 ? arn.substring(0, slash) : arn;
  }
}
