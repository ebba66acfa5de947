package awsleuth.aws;

import java.util.BitSet;

/**
 * A form of ARNs with free parts, such as {@code
 * arn:${Partition}:s3:::${BucketName}/${ObjectName}}.
 *
 * <p>A free part stands for one or more characters, but no colon in the first five segments. Both
 * questions are answered by walking the form and the pattern together, in time of the product of
 * their lengths at most.
 */
final class ArnForm {

  /** Stand for one character of any kind and for any number of them, and so without a colon. */
  private static final char ONE = 1;

  private static final char RUN = 2;
  private static final char ONE_IN_SEGMENT = 3;
  private static final char RUN_IN_SEGMENT = 4;

  private final String form;

  private ArnForm(String form) {
    this.form = form;
  }

  /** The form of an ARN as the Service Authorization Reference writes it. */
  static ArnForm of(String arn) {
    StringBuilder form = new StringBuilder(arn.length());
    int colons = 0;
    for (int i = 0; i < arn.length(); i++) {
      char c = arn.charAt(i);
      int end = arn.startsWith("${", i) ? arn.indexOf('}', i) : -1;
      if (end > 0) {
        form.append(colons < 5 ? ONE_IN_SEGMENT : ONE).append(colons < 5 ? RUN_IN_SEGMENT : RUN);
        i = end;
      } else {
        form.append(c == '*' ? RUN : c);
        colons += c == ':' ? 1 : 0;
      }
    }
    return new ArnForm(form.toString());
  }

  /** The form as a pattern of a policy: {@code *} for each free part. */
  private String pattern() {
    StringBuilder pattern = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (!isFree(c)) {
        pattern.append(c);
      } else if (isRun(c)) {
        pattern.append('*');
      }
    }
    return pattern.toString();
  }

  /**
   * Whether there is an ARN of this form that the pattern matches. A star crosses no colon in the
   * first five segments, where there are so many.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM
   *     JSON policy elements: Resource</a>
   */
  boolean meets(String pattern) {
    BitSet places = BitSet.valueOf(new long[] {1});
    int colons = pattern.chars().filter(c -> c == ':').count() < 5 ? 5 : 0;
    for (int i = 0; i < pattern.length() && !places.isEmpty(); i++) {
      char c = pattern.charAt(i);
      colons += c == ':' ? 1 : 0;
      if (c == '*') {
        run(places, colons < 5);
      } else {
        places = after(places, c);
      }
    }
    skip(places, false);
    return places.get(form.length());
  }

  /** Goes on to every later place, or to those before the next colon. */
  private void run(BitSet places, boolean inSegment) {
    for (int j = places.nextSetBit(0); j >= 0 && j < form.length(); j = places.nextSetBit(j + 1)) {
      if (!inSegment || form.charAt(j) != ':') {
        places.set(j + 1);
      }
    }
  }

  private BitSet after(BitSet places, char c) {
    skip(places, false);
    BitSet next = new BitSet();
    for (int j = places.nextSetBit(0); j >= 0 && j < form.length(); j = places.nextSetBit(j + 1)) {
      char place = form.charAt(j);
      if (isFree(place) ? c != ':' || isAny(place) : c == '?' || c == place) {
        next.set(isRun(place) ? j : j + 1);
      }
    }
    return next;
  }

  /**
   * Whether everything that the pattern matches is of this form, its free parts empty or not; it
   * may say no where it is.
   */
  boolean holds(String pattern) {
    BitSet places = BitSet.valueOf(new long[] {1});
    for (int i = 0; i < pattern.length() && !places.isEmpty(); i++) {
      char c = pattern.charAt(i);
      skip(places, true);
      BitSet next = new BitSet();
      for (int j = places.nextSetBit(0);
          j >= 0 && j < form.length();
          j = places.nextSetBit(j + 1)) {
        char place = form.charAt(j);
        if (isFree(place) ? isRun(place) && (c != ':' || isAny(place)) : c == place) {
          next.set(isRun(place) ? j : j + 1);
        }
      }
      places = next;
    }
    skip(places, true);
    return places.get(form.length());
  }

  /** Whether every ARN of the other form, which has more slashes, is of this one too. */
  boolean isAbove(ArnForm other) {
    return slashes() < other.slashes() && holds(other.pattern());
  }

  private long slashes() {
    return form.chars().filter(c -> c == '/').count();
  }

  /** Goes on over places that can stand for nothing: runs, or all that is free. */
  private void skip(BitSet places, boolean free) {
    for (int j = places.nextSetBit(0); j >= 0 && j < form.length(); j = places.nextSetBit(j + 1)) {
      if (free ? isFree(form.charAt(j)) : isRun(form.charAt(j))) {
        places.set(j + 1);
      }
    }
  }

  private static boolean isFree(char place) {
    return place <= RUN_IN_SEGMENT;
  }

  private static boolean isRun(char place) {
    return place == RUN || place == RUN_IN_SEGMENT;
  }

  private static boolean isAny(char place) {
    return place == ONE || place == RUN;
  }

  @Override
  public String toString() {
    return pattern();
  }
}
