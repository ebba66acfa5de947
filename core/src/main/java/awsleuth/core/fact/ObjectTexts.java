package awsleuth.core.fact;

import awsleuth.core.evidence.Failure.Passage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sentences of tools that name an object of S3 and its bucket. */
final class ObjectTexts {

  private static final int LONGEST = 1024;
  private static final String DETAILS = "Additional error details:";

  /** A sentence: key and bucket between their neighbours, in that order. */
  private record Form(String before, String between, String after) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("object \"", "\" in S3 bucket \"", "\""),
          new Form("key '", "' in bucket '", "'"),
          new Form("key \"", "\" in bucket \"", "\""));

  /** The other way about: bucket and key. */
  private static final List<Form> TURNED = List.of(new Form("bucket: '", "' key: '", "'"));

  private static final List<Form> BUCKETS =
      List.of(
          new Form("", "bucket \"", "\""),
          new Form("", "bucket '", "'"),
          new Form("", "bucket: \"", "\""));

  private ObjectTexts() {}

  /** A bucket that is named alone, in the text of a call to S3. */
  static void readBucket(String text, Map<String, String> known) {
    for (Form form : BUCKETS) {
      if (text.contains(form.between())) {
        between(text, form.between(), form.after(), 0)
            .ifPresent(bucket -> known.putIfAbsent("Bucket", bucket));
      }
    }
  }

  /** What the AWS CLI prints below an error, line by line. */
  static void readDetails(Facts facts, Map<String, String> known) {
    List<Passage> passages = facts.failure().passages();
    if (passages.stream().anyMatch(p -> p.text().startsWith(DETAILS))) {
      passages.forEach(p -> details(DETAILS + p.text(), known));
    }
  }

  static void read(String text, Map<String, String> known) {
    for (Form form : FORMS) {
      form(text, form, known);
    }
    for (Form form : TURNED) {
      turned(text, form, known);
    }
    upload(text, known);
    details(text, known);
    between(text, "S3 Bucket (", ")", 0).ifPresent(b -> known.putIfAbsent("Bucket", b));
  }

  private static void form(String text, Form form, Map<String, String> known) {
    int at = text.indexOf(form.before());
    Optional<String> key = between(text, form.before(), form.between(), Math.max(0, at));
    if (at >= 0 && key.isPresent()) {
      int from = at + form.before().length() + key.get().length();
      between(text, form.between(), form.after(), from)
          .ifPresent(bucket -> put(bucket, key.get(), known));
    }
  }

  /** {@code unable to access bucket: 'b' key: 'k'} of smart_open. */
  private static void turned(String text, Form form, Map<String, String> known) {
    Optional<String> bucket = between(text, form.before(), form.between(), 0);
    bucket
        .flatMap(b -> between(text, b + form.between(), form.after(), 0))
        .ifPresent(key -> put(bucket.get(), key, known));
  }

  /** {@code Failed to upload FILE to BUCKET/KEY: …} of boto3. */
  private static void upload(String text, Map<String, String> known) {
    int at = text.indexOf("Failed to upload ");
    Optional<String> target = at < 0 ? Optional.empty() : between(text, " to ", ": ", at + 16);
    int slash = target.map(t -> t.indexOf('/')).orElse(-1);
    if (slash > 0) {
      put(target.get().substring(0, slash), target.get().substring(slash + 1), known);
    }
  }

  /** What the AWS CLI prints below an error. */
  private static void details(String text, Map<String, String> known) {
    int at = text.indexOf(DETAILS);
    if (at < 0) {
      return;
    }
    String rest = text.substring(at + DETAILS.length()) + "\n";
    between(rest, "Key: ", "\n", 0).ifPresent(k -> known.putIfAbsent("Key", k.strip()));
    between(rest, "BucketName: ", "\n", 0).ifPresent(b -> known.putIfAbsent("Bucket", b.strip()));
  }

  private static void put(String bucket, String key, Map<String, String> known) {
    if (!bucket.isEmpty() && bucket.equals(known.getOrDefault("Bucket", bucket))) {
      known.put("Bucket", bucket);
      if (!key.isEmpty()) {
        known.putIfAbsent("Key", key);
      }
    }
  }

  private static Optional<String> between(String text, String before, String after, int from) {
    int at = text.indexOf(before, from);
    int start = at + before.length();
    int end = at < 0 ? -1 : text.indexOf(after, start);
    if (end <= start || end - start > LONGEST) {
      return Optional.empty();
    }
    String found = text.substring(start, end);
    return found.indexOf('\n') < 0 ? Optional.of(found) : Optional.empty();
  }
}
