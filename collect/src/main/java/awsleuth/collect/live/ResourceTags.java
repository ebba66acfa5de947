package awsleuth.collect.live;

import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tags of a resource, where a policy that was read looks at them. They are not asked for, as
 * each service has another permission for that; the command that prints them is told.
 *
 * @param arn the resource's
 * @param resource the same as text
 */
record ResourceTags(Arn arn, String resource) implements LiveQuestion {

  private static final String KEY = ":resourcetag/";

  /** Of a resource that the tagging API can be asked about: in a Region. */
  static Optional<ResourceTags> of(String resource) {
    return Arn.of(resource)
        .filter(a -> !a.region().isEmpty() && resource.indexOf('*') < 0)
        .map(a -> new ResourceTags(a, resource));
  }

  @Override
  public String what() {
    return "the tags of " + resource;
  }

  @Override
  public List<String> permissions() {
    return List.of();
  }

  @Override
  public void ask(Asking asking) {
    boolean lookedAt =
        asking.files().values().stream()
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(KEY));
    if (lookedAt) {
      asking.leaveOpen(
          what(),
          "a policy looks at tags of a resource, which are not asked for: aws"
              + " resourcegroupstaggingapi get-resources --region "
              + Literal.shell(arn.region())
              + " --resource-arn-list "
              + Literal.shell(resource));
    }
  }
}
