package awsleuth.app.input;

import awsleuth.boto.python.PythonText;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The evidence read so far. Its memory has a bound: once it is full, what follows is counted and
 * left out.
 */
public final class Held {

  /** Bytes of the heap, as estimated. */
  public static final long MOST = 96L << 20;

  private static final int OBJECT = 100;

  /** What all causes together say of one failure takes this much. */
  private static final int VERDICTS = 8000;

  private final long most;
  private final List<Evidence> evidence = new ArrayList<>();
  private long size;
  private String firstLeftOut = "";
  private int piecesLeftOut;
  private int inputsNotRead;

  /**
   * Nothing held yet.
   *
   * @param most bytes that may be held
   */
  public Held(long most) {
    this.most = most;
  }

  /** Takes the evidence of an input as far as it fits. */
  void add(String input, List<? extends Evidence> more) {
    for (Evidence e : more) {
      size += size(e);
      if (size <= most) {
        evidence.add(e);
      } else {
        leaveOut(input);
        piecesLeftOut++;
      }
    }
  }

  /** Leaves an input out unread. */
  void notRead(String input) {
    leaveOut(input);
    inputsNotRead++;
  }

  private void leaveOut(String input) {
    firstLeftOut = firstLeftOut.isEmpty() ? input : firstLeftOut;
    size = most;
  }

  /** Whether nothing more is taken. */
  boolean isFull() {
    return !firstLeftOut.isEmpty();
  }

  List<Evidence> evidence() {
    return evidence;
  }

  /** What was left out, for people. */
  String leftOut() {
    return "the evidence is more than can be held: from "
        + firstLeftOut
        + " on "
        + piecesLeftOut
        + " pieces are left out"
        + (inputsNotRead == 0 ? "" : " and " + inputsNotRead + " files not read")
        + "; give them by themselves";
  }

  // A switch over types is linked anew at every start; see docs/decisions/0011.
  @SuppressWarnings("IfChainToSwitch")
  private static long size(Evidence e) {
    if (e instanceof Failure f) {
      return VERDICTS + size(f);
    } else if (e instanceof TrailEvent t) {
      return size(t.fields()) + (long) OBJECT * t.places().size();
    } else if (e instanceof PolicyDocument p) {
      return p.statements().stream().mapToLong(Held::size).sum() + OBJECT;
    } else if (e instanceof GivenParameters p) {
      return (long) OBJECT + PythonText.repr(p.call().params()).length();
    } else if (e instanceof ConfigText c) {
      return (long) OBJECT + c.text().length();
    } else if (e instanceof ProfileSetting p) {
      return (long) OBJECT + p.value().length();
    }
    return OBJECT + (e instanceof EnvironmentVariable v ? v.value().length() : 0L);
  }

  private static long size(Failure f) {
    long size = size(f.captures());
    for (Failure.Passage p : f.passages()) {
      size += OBJECT + p.text().length();
    }
    for (Failure.Frame x : f.frames()) {
      size += 2 * OBJECT + x.file().length() + x.code().length();
    }
    return size;
  }

  private static long size(Map<String, String> fields) {
    long size = OBJECT;
    for (Map.Entry<String, String> e : fields.entrySet()) {
      size += OBJECT + e.getKey().length() + e.getValue().length();
    }
    return size;
  }

  private static long size(PolicyDocument.Statement s) {
    long size = 3 * OBJECT;
    for (List<PolicyDocument.Element> elements :
        List.of(s.actions(), s.notActions(), s.resources(), s.notResources(), s.principals())) {
      for (PolicyDocument.Element e : elements) {
        size += OBJECT + e.value().length();
      }
    }
    for (PolicyDocument.Condition c : s.conditions()) {
      size += 2 * OBJECT;
      for (String wanted : c.wanted()) {
        size += OBJECT + wanted.length();
      }
    }
    return size;
  }
}
