package awsleuth.app.verify;

import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.iam.Layer;
import java.util.Map;
import java.util.Optional;

/** What of the policies each cause is about. */
final class Concerns {

  private static final Map<String, Concern> OF =
      Map.ofEntries(
          Map.entry("permissions/no-identity-allow", new Concern.Misses(Layer.IDENTITY)),
          Map.entry("permissions/resource-not-covered", new Concern.Misses(Layer.IDENTITY)),
          Map.entry("permissions/wrong-action", new Concern.Misses(Layer.IDENTITY)),
          Map.entry("permissions/pass-role", new Concern.Misses(Layer.IDENTITY)),
          Map.entry("permissions/no-resource-allow", new Concern.Misses(Layer.RESOURCE)),
          Map.entry("permissions/explicit-deny-identity", new Concern.Denies(Layer.IDENTITY)),
          Map.entry("permissions/explicit-deny-resource", new Concern.Denies(Layer.RESOURCE)),
          Map.entry("permissions/boundary", new Concern.Limits(Layer.BOUNDARY)),
          Map.entry("permissions/scp", new Concern.Limits(Layer.SCP)),
          Map.entry("permissions/rcp", new Concern.Limits(Layer.RCP)),
          Map.entry("permissions/kms-key", new Concern.Whole(true)),
          Map.entry("permissions/encoded-message", new Concern.Whole(false)),
          Map.entry("permissions/s3-head-forbidden", new Concern.Whole(false)),
          Map.entry("permissions/wrong-identity", new Concern.Beside()),
          Map.entry("permissions/propagation-delay", new Concern.Beside()));

  private Concerns() {}

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

  private static Concern ofConditions(Optional<RefusedRequest.Told> told, boolean ofMfa) {
    Optional<Layer> layer = told.flatMap(RefusedRequest.Told::layer);
    boolean denying = told.map(RefusedRequest.Told::explicit).orElse(false);
    return layer.isPresent() && !denying
        ? new Concern.Misses(layer.get())
        : new Concern.Conditions(layer, denying, ofMfa);
  }
}
