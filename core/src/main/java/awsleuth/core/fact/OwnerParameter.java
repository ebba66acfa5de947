package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameter by which a call names the account of what it is about, which is the caller's
 * without it: {@code registryId} of ECR, {@code catalogId} of Glue and so on.
 */
public final class OwnerParameter {

  private static final List<String> NAMES =
      List.of("registryId", "catalogId", "accountId", "ownerId", "expectedBucketOwner");

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  private OwnerParameter() {}

  /** The account; empty where the call has no such parameter. */
  public static Optional<String> of(TrailEvent event) {
    return NAMES.stream()
        .map(name -> event.field("requestParameters." + name))
        .filter(id -> ACCOUNT.matcher(id).matches())
        .findFirst();
  }
}
