package awsleuth.core.read;

import awsleuth.core.read.FoldedSentence.Joint;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import org.jspecify.annotations.Nullable;

/** Finds that the class of an exception was folded, or folded from its sentence. */
final class FoldedClass {

  private FoldedClass() {}

  /** The joint right before a sentence; null where its class stands whole in its line. */
  static @Nullable Joint before(Flat flat, int sentence) {
    int index = flat.indexAt(sentence);
    String above = index == 0 ? "" : flat.lines.get(index - 1).text();
    if (above.isEmpty() || Tracebacks.isPartOf(above)) {
      return null;
    }
    String line = flat.lines.get(index).text();
    int to = sentence - flat.startOf(index);
    int from = Leads.length(above, line.substring(0, to));
    String lead = line.substring(from, to);
    return lead.isEmpty() ? parted(above, index, from) : cut(above, index, from, lead);
  }

  private static @Nullable Joint parted(String above, int index, int from) {
    int colon = above.length() - 1;
    boolean named =
        above.charAt(colon) == ':' && ClassNames.isException(ClassNames.endingAt(above, colon));
    return named ? new Joint(index - 1, " ", from) : null;
  }

  private static @Nullable Joint cut(String above, int index, int from, String lead) {
    int colon = lead.indexOf(": ");
    String tail = colon < 0 ? " " : lead.substring(0, colon);
    String head = ClassNames.endingAt(above, above.length());
    boolean isCut = colon + 2 == lead.length() && isName(tail) && isHead(head);
    return isCut
            && (isKnown(head + tail) || (!isWhole(tail) && ClassNames.isException(head + tail)))
        ? new Joint(index - 1, "", from)
        : null;
  }

  /** Whether a line ends like the name of a class that goes on. */
  private static boolean isHead(String head) {
    String simple = ClassNames.simple(head);
    return !simple.isEmpty() && Character.isUpperCase(simple.charAt(0));
  }

  private static boolean isKnown(String dotted) {
    return Templates.BOTOCORE.named(ClassNames.simple(dotted)) != null;
  }

  private static boolean isWhole(String tail) {
    return ClassNames.isException(tail) && !tail.equals("Exception");
  }

  private static boolean isName(String tail) {
    return tail.chars().allMatch(c -> c != '.' && ClassNames.isPart((char) c));
  }
}
