package awsleuth.core.cause;

import awsleuth.core.cause.client.ClientCauses;
import awsleuth.core.cause.credentials.CredentialsCauses;
import awsleuth.core.cause.network.NetworkCauses;
import awsleuth.core.cause.parameters.ParametersCauses;
import awsleuth.core.cause.permissions.PermissionsCauses;
import awsleuth.core.cause.resource.ResourceCauses;
import awsleuth.core.cause.service.ServiceCauses;
import awsleuth.core.cause.throttling.ThrottlingCauses;
import java.util.ArrayList;
import java.util.List;

/** All causes. */
public final class Causes {

  private Causes() {}

  /** Every cause, bucket by bucket. */
  public static List<Cause> all() {
    List<Cause> all = new ArrayList<>();
    all.addAll(CredentialsCauses.ALL);
    all.addAll(PermissionsCauses.ALL);
    all.addAll(ThrottlingCauses.ALL);
    all.addAll(NetworkCauses.ALL);
    all.addAll(ParametersCauses.ALL);
    all.addAll(ResourceCauses.ALL);
    all.addAll(ServiceCauses.ALL);
    all.addAll(ClientCauses.ALL);
    return List.copyOf(all);
  }
}
