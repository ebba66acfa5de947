package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Request;
import java.util.Optional;

/**
 * The resource of a request as a policy names it. An action for which AWS documents no resource is
 * reached by {@code *} alone, also where AWS's refusal names one: of {@code s3:ListAllMyBuckets}
 * {@code arn:aws:s3:::*} (Service Authorization Reference, "The actions table"). A resource's own
 * policy is about that one.
 */
final class NamedResource {

  private static final String ANY = "*";

  private NamedResource() {}

  /** Whether it is {@code *}. */
  static boolean isAny(Request request, Layer layer) {
    return request.resource().equals(ANY)
        || (layer != Layer.RESOURCE
            && IamCatalog.embedded()
                .action(request.action())
                .filter(a -> a.targets().isEmpty())
                .isPresent());
  }

  /** The resource in words. */
  static String of(Request request, Layer layer) {
    return isAny(request, layer) ? ANY : request.resource();
  }

  /** The resource as a pattern; empty where the policy cannot have it. */
  static Optional<String> pattern(Request request, Layer layer, Policy policy) {
    return Escaped.resource(of(request, layer), policy);
  }
}
