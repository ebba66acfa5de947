package awsleuth.app.verify;

import awsleuth.collect.live.Gathering.About;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.iam.Layer;
import java.util.Map;
import java.util.Optional;

/** What of the policies that decide a request a cause is about. */
sealed interface Concern {

  /** That statements of one type of policy deny. */
  record Denies(Layer layer) implements Concern {}

  /** That no statement of one type of policy allows. */
  record Misses(Layer layer) implements Concern {}

  /** That one type of policy refuses, in either way. */
  record Limits(Layer layer) implements Concern {}

  /**
   * That the conditions of statements are met or not.
   *
   * @param layer the type of policy; empty where it may be any
   * @param denying whether it is of statements that deny alone
   * @param ofMfa whether of conditions on multi-factor authentication, else of all others
   */
  record Conditions(Optional<Layer> layer, boolean denying, boolean ofMfa) implements Concern {}

  /**
   * That the request is refused, whatever does.
   *
   * @param ofKey whether it is a request to use a key, whose own policy decides first
   */
  record Whole(boolean ofKey) implements Concern {}

  /** Something else, which is gone where the policies allow the request, and else is open. */
  record Beside() implements Concern {}

  Map<String, Concern> OF =
      Map.ofEntries(
          Map.entry("permissions/no-identity-allow", new Misses(Layer.IDENTITY)),
          Map.entry("permissions/resource-not-covered", new Misses(Layer.IDENTITY)),
          Map.entry("permissions/wrong-action", new Misses(Layer.IDENTITY)),
          Map.entry("permissions/pass-role", new Misses(Layer.IDENTITY)),
          Map.entry("permissions/no-resource-allow", new Misses(Layer.RESOURCE)),
          Map.entry("permissions/explicit-deny-identity", new Denies(Layer.IDENTITY)),
          Map.entry("permissions/explicit-deny-resource", new Denies(Layer.RESOURCE)),
          Map.entry("permissions/boundary", new Limits(Layer.BOUNDARY)),
          Map.entry("permissions/scp", new Limits(Layer.SCP)),
          Map.entry("permissions/rcp", new Limits(Layer.RCP)),
          Map.entry("permissions/kms-key", new Whole(true)),
          Map.entry("permissions/encoded-message", new Whole(false)),
          Map.entry("permissions/s3-head-forbidden", new Whole(false)),
          Map.entry("permissions/wrong-identity", new Beside()),
          Map.entry("permissions/propagation-delay", new Beside()));

  /**
   * Of a cause; empty where the policies that are read do not tell of it: those of sessions and of
   * ways are not, nor that of a role which is to be assumed, and settings are no policies.
   *
   * @param told by what AWS said that it refused the request; empty where it did not
   */
  static Optional<Concern> of(
      String cause, RefusedRequest request, Optional<RefusedRequest.Told> told) {
    Optional<Concern> concern =
        switch (cause) {
          case "permissions/condition-not-met" -> Optional.of(ofConditions(told, false));
          case "permissions/mfa-required" -> Optional.of(ofConditions(told, true));
          default -> Optional.ofNullable(OF.get(cause));
        };
    return concern.filter(c -> c.isRead(request));
  }

  /** Whether it is about policies that are read. */
  private boolean isRead(RefusedRequest request) {
    return switch (this) {
      case Misses(Layer layer) -> isRead(layer);
      case Conditions(Optional<Layer> layer, var _, var _) ->
          layer.map(Concern::isRead).orElse(true);
      case Whole(boolean ofKey) -> !ofKey || request.resource().contains(":kms:");
      case Denies _, Limits _, Beside _ -> true;
    };
  }

  private static boolean isRead(Layer layer) {
    return switch (layer) {
      case SESSION, VPC_ENDPOINT -> false;
      case RCP, SCP, RESOURCE, IDENTITY, BOUNDARY -> true;
    };
  }

  private static Concern ofConditions(Optional<RefusedRequest.Told> told, boolean ofMfa) {
    Optional<Layer> layer = told.flatMap(RefusedRequest.Told::layer);
    boolean denying = told.map(RefusedRequest.Told::explicit).orElse(false);
    return layer.isPresent() && !denying
        ? new Misses(layer.get())
        : new Conditions(layer, denying, ofMfa);
  }

  /**
   * What has to be known whole for the policies to tell, beside what decides any request; empty
   * where that is nothing.
   */
  default Optional<About> needs() {
    return switch (this) {
      case Denies(Layer layer) -> about(layer);
      case Misses(Layer layer) -> about(layer);
      case Limits(Layer layer) -> about(layer);
      case Conditions(Optional<Layer> layer, var _, var _) -> layer.flatMap(Concern::about);
      case Whole(boolean ofKey) -> ofKey ? Optional.of(About.RESOURCE) : Optional.empty();
      case Beside _ -> Optional.empty();
    };
  }

  private static Optional<About> about(Layer layer) {
    return switch (layer) {
      case RCP, SCP -> Optional.of(About.ORGANIZATION);
      case RESOURCE -> Optional.of(About.RESOURCE);
      case IDENTITY, BOUNDARY -> Optional.of(About.PRINCIPAL);
      case VPC_ENDPOINT, SESSION -> Optional.empty();
    };
  }
}
