package awsleuth.iam.repair;

import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;

/** What else a change allows, in words, and how much that is. */
final class Widened {

  private static final int MOST_EXAMPLES = 3;
  private static final long REQUESTS = 1_000;
  private static final long PRINCIPALS = 1_000_000;
  private static final long ALL_SERVICES = 20 * PRINCIPALS;

  private final List<String> words = new ArrayList<>();
  private final List<Proof.Line> lines = new ArrayList<>();
  private long breadth;

  /** Other actions by the same principal on the same resource. */
  void actions(String said, int count) {
    opened(said, count);
    breadth += count;
  }

  /** Requests of the same principal on other resources or in another context. */
  void requests(String said) {
    opened(said, 1);
    breadth += REQUESTS;
  }

  /** Requests of the same principal on so many kinds of other resources. */
  void resources(String said, int kinds) {
    opened(said, 1);
    breadth += REQUESTS * kinds;
  }

  /** Requests of others. */
  void principals(String said, int count) {
    opened(said, 1);
    breadth += PRINCIPALS * count;
  }

  /** Neighbouring requests that were denied and still are. */
  void kept(String said, List<Request> asked) {
    List<Proof.Asked> examples = asked.stream().limit(MOST_EXAMPLES).map(Proof.Asked::of).toList();
    lines.add(new Proof.Line(Proof.Part.STILL_DENIED, said, asked.size(), examples));
  }

  /** Another principal that was denied and still is, whatever its own policies are. */
  void keptOut(String said) {
    lines.add(new Proof.Line(Proof.Part.STILL_DENIED, said, 1, List.of()));
  }

  /** The request by others who were allowed it and are not any more. */
  void lost(String said, int count) {
    lines.add(new Proof.Line(Proof.Part.LOST, said, count, List.of()));
  }

  private void opened(String said, int count) {
    words.add(said);
    lines.add(new Proof.Line(Proof.Part.OPENED, said, count, List.of()));
  }

  /** The neighbouring requests as they were decided. */
  List<Proof.Line> lines() {
    return List.copyOf(lines);
  }

  /** Actions of all services, which no neighbouring request tells. */
  void allServices() {
    words.add("what else the statement denies, of all services");
    breadth += ALL_SERVICES;
  }

  List<String> words() {
    return List.copyOf(words);
  }

  /** The less, the narrower: whom it opens for counts before what, and that before how. */
  long breadth() {
    return breadth;
  }
}
