package awsleuth.app.verify;

import awsleuth.collect.live.Gathering.About;
import awsleuth.core.cause.permissions.RefusedRequest;
import awsleuth.iam.Layer;
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

  /** Whether it is about policies that are read. */
  default boolean isRead(RefusedRequest request) {
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

  /** Whether it leaves open which type of policy refuses, so that it may be one never read. */
  default boolean isOfAnyPolicy() {
    return switch (this) {
      case Whole(boolean ofKey) -> !ofKey;
      case Conditions(Optional<Layer> layer, var _, var _) -> layer.isEmpty();
      case Denies _, Misses _, Limits _, Beside _ -> false;
    };
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
      case SCP -> Optional.of(About.ORGANIZATION);
      case RCP -> Optional.of(About.OWNERS_ORGANIZATION);
      case RESOURCE -> Optional.of(About.RESOURCE);
      case IDENTITY, BOUNDARY -> Optional.of(About.PRINCIPAL);
      case VPC_ENDPOINT, SESSION -> Optional.empty();
    };
  }
}
