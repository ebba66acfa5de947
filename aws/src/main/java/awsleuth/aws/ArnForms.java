package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms of the ARNs of a service.
 *
 * <p>A form gives way to one below it that all of a pattern fits: {@code arn:aws:s3:::b/*} fits the
 * form of buckets, but all of it fits that of objects too, so that it is no bucket. What follows a
 * colon is no level below: {@code function:f:1} is a version and the function as well, and requests
 * for the function are authorized on it.
 */
record ArnForms(List<Entry> entries) {

  /** A form of the ARNs of a type. */
  record Entry(ResourceType type, ArnForm form) {}

  static ArnForms of(List<ResourceType> types) {
    List<Entry> entries = new ArrayList<>();
    for (ResourceType type : types) {
      type.arns().forEach(arn -> entries.add(new Entry(type, ArnForm.of(arn))));
    }
    return new ArnForms(entries);
  }

  /** The types that the pattern could match a resource of. */
  List<ResourceType> typesOf(String pattern) {
    List<Entry> met = entries.stream().filter(e -> e.form().meets(pattern)).toList();
    List<ArnForm> holding =
        met.stream().map(Entry::form).filter(form -> form.holds(pattern)).toList();
    return met.stream()
        .filter(e -> holding.stream().noneMatch(e.form()::isAbove))
        .map(Entry::type)
        .distinct()
        .toList();
  }
}
