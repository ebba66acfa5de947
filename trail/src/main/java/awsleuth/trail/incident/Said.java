package awsleuth.trail.incident;

import awsleuth.core.fact.Denial;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What AWS says of the type of policy that refused a call.
 *
 * @param call the refused call
 * @param history what policies say
 * @param boundaries the policies that were made somebody's boundary
 */
record Said(Refused call, History history, Set<String> boundaries) {

  static Said of(Refused call, History history, List<Change> near) {
    Set<String> boundaries = new HashSet<>();
    for (Change c : near) {
      if (c.topic() == Topic.BOUNDARY) {
        boundaries.add(c.part());
      }
    }
    return new Said(call, history, Set.copyOf(boundaries));
  }

  /** Whether AWS's sentence leaves open or says that such a policy decided. */
  boolean agrees(Change change, Touch touch) {
    Denial denial = call.denial();
    boolean bound = touch == Touch.PRINCIPAL && isBoundary(change);
    return switch (denial.policyType()) {
      case UNKNOWN -> States.isDenial(call);
      case IDENTITY -> change.topic() == Topic.IDENTITY || change.topic() == Topic.MANAGED;
      case RESOURCE -> change.topic() == Topic.RESOURCE || change.topic() == Topic.TRUST;
      case TRUST -> change.topic() == Topic.TRUST;
      case BOUNDARY -> change.topic() == Topic.BOUNDARY || bound;
      case SCP ->
          change.topic() == Topic.ORGANISATION
              && isTold(change)
              && !Organisation.isOfResources(change, history);
      case RCP -> change.topic() == Topic.ORGANISATION && isTold(change);
      case VPC_ENDPOINT -> change.topic() == Topic.ENDPOINT;
      case SESSION -> false;
    };
  }

  /** AWS may name the organization's policy: then no other is why, but a move under it may be. */
  private boolean isTold(Change change) {
    String arn = call.denial().policyArn();
    boolean moved = change.thing().kind().equals("account");
    return arn.isEmpty() || moved || arn.endsWith("/" + change.thing().name());
  }

  private boolean isBoundary(Change change) {
    return change.topic() == Topic.MANAGED && boundaries.contains(change.thing().name());
  }

  /** The ruling of a change of another type of policy. */
  Ruling otherType() {
    return Ruling.ruledOut("AWS says that another type of policy decided: " + said());
  }

  private String said() {
    List<String> words = new ArrayList<>();
    words.add(
        switch (call.denial().kind()) {
          case EXPLICIT -> "explicit deny in";
          case IMPLICIT -> "no allow in";
          case UNKNOWN -> "by";
        });
    words.add("a " + call.denial().policyType().name().toLowerCase(java.util.Locale.ROOT));
    return String.join(" ", words);
  }
}
