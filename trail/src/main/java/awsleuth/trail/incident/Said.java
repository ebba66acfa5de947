package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.UnassumableRole;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * What AWS says of the type of policy that refused a call.
 *
 * @param call the refused call
 * @param history what policies say
 */
record Said(Refused call, History history) {

  private static final String BUCKET = ":s3:::";
  private static final String KEY = ":key/";

  /** Whether it says that a policy denies: then what others allowed before does not count. */
  boolean isExplicit() {
    return call.denial().kind() == Denial.Kind.EXPLICIT;
  }

  /** Whether AWS's sentence leaves open or says that such a policy decided. */
  boolean agrees(Change change, Touch touch) {
    return isOfType(change) && isOfCall(change, touch);
  }

  /** Whether AWS's sentence names a type of policy, and the change may be of such a one. */
  boolean names(Near near) {
    return switch (call.denial().policyType()) {
      case UNKNOWN -> false;
      case SCP, RCP -> near.change().topic() == Topic.ORGANISATION && isTold(near.change());
      case IDENTITY, RESOURCE, TRUST, BOUNDARY, VPC_ENDPOINT, SESSION -> isOfType(near.change());
    };
  }

  private boolean isOfType(Change change) {
    Denial denial = call.denial();
    return switch (denial.policyType()) {
      case UNKNOWN -> States.isDenial(call);
      case IDENTITY -> change.topic() == Topic.IDENTITY || change.topic() == Topic.MANAGED;
      case RESOURCE -> change.topic() == Topic.RESOURCE || change.topic() == Topic.TRUST;
      case TRUST -> change.topic() == Topic.TRUST;
      case BOUNDARY -> change.topic() == Topic.BOUNDARY || change.topic() == Topic.MANAGED;
      case SCP ->
          change.topic() == Topic.ORGANISATION
              && isTold(change)
              && !Organisation.isOfResources(change, history);
      case RCP -> change.topic() == Topic.ORGANISATION && isTold(change);
      case VPC_ENDPOINT -> change.topic() == Topic.ENDPOINT;
      case SESSION -> false;
    };
  }

  /**
   * Whether a policy of that kind can decide the call: those of a role or user decide what it calls
   * itself, its trust policy who takes it, a resource's policy the calls on that resource.
   */
  private boolean isOfCall(Change change, Touch touch) {
    return switch (change.topic()) {
      case IDENTITY, MANAGED, BOUNDARY -> touch != Touch.RESOURCE;
      case TRUST -> touch == Touch.RESOURCE && takesRole();
      case RESOURCE -> isNamed(change);
      default -> true;
    };
  }

  private boolean takesRole() {
    String action =
        call.denial().action().isEmpty()
            ? call.request().map(Request::action).orElse("")
            : call.denial().action();
    return action.isEmpty()
        || action.startsWith("sts:")
        || UnassumableRole.isSaidBy(call.event().field("errorMessage"));
  }

  /** Whether AWS's sentence names the changed resource, or none of its kind. */
  private boolean isNamed(Change change) {
    String resource = call.denial().resource();
    String name = change.thing().name();
    if (!isOfService(call.denial().action(), change.event().service())) {
      return false;
    }
    if (name.isEmpty()) {
      return true;
    }
    return switch (change.thing().kind()) {
      case "bucket" -> !resource.contains(BUCKET) || Nearness.isAt(resource, BUCKET + name);
      case "key" -> !resource.contains(KEY) || Nearness.isAt(resource, KEY + name);
      default -> true;
    };
  }

  /** Services write their own prefix as they like, as SNS does in {@code SNS:Publish}. */
  private static boolean isOfService(String action, String service) {
    String prefix = action.substring(0, Math.max(0, action.indexOf(':')));
    return prefix.isEmpty()
        || prefix.equalsIgnoreCase(service)
        || (prefix.equalsIgnoreCase("execute-api") && service.equals("apigateway"));
  }

  /** AWS may name the organization's policy: then no other is why, but a move under it may be. */
  private boolean isTold(Change change) {
    String arn = call.denial().policyArn();
    boolean moved = change.thing().kind().equals("account");
    return arn.isEmpty() || moved || arn.endsWith("/" + change.thing().name());
  }

  /** The ruling of a change of another policy than the one that decided. */
  Ruling otherType(Change change) {
    if (!isOfType(change) && call.denial().policyType() != PolicyDocument.Type.UNKNOWN) {
      return Ruling.ruledOut("AWS says that another type of policy decided: " + said());
    }
    return Ruling.ruledOut(
        switch (change.topic()) {
          case TRUST -> "a trust policy decides who takes the role, not what the role may call";
          case RESOURCE ->
              "AWS says that the policy of another resource decided: "
                  + call.denial().action()
                  + (call.denial().resource().isEmpty() ? "" : " on " + call.denial().resource());
          case IDENTITY, MANAGED, BOUNDARY -> "it is of what is called, not of the caller";
          default -> "AWS does not say that a policy refused the call";
        });
  }

  /** The ruling of a change whose record is not known whole. */
  Ruling unread(Change change, Touch touch) {
    if (change.topic().type().isPresent() && !agrees(change, touch)) {
      return otherType(change);
    }
    return Ruling.possible(
        "it changed " + touch.words(),
        change.isOmitted()
            ? "what it wrote"
                + (change.thing().name().isEmpty() ? ", and of what" : "")
                + ": CloudTrail left its request out"
            : "what it wrote: its record is too large to be read whole");
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
