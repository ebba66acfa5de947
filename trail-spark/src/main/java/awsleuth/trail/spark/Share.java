package awsleuth.trail.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The files that one task reads.
 *
 * @param files in no order that matters
 */
record Share(List<StoredFile> files) implements Serializable {

  /** What a file costs beside its bytes, in bytes: it has to be asked for and opened. */
  private static final long OPENING = 64 << 10;

  /** More than this is too much for one task, which may have to be done again. */
  private static final long LARGEST = 128L << 20;

  /** A share that is being filled. */
  private static final class Filling {
    private final List<StoredFile> files = new ArrayList<>();
    private long cost;

    void add(StoredFile file) {
      files.add(file);
      cost += cost(file);
    }
  }

  /**
   * Shares out: the largest file first, each to the share that has least.
   *
   * @param least how many shares there are at least, where there are as many files
   */
  static List<Share> of(List<StoredFile> files, int least) {
    long all = files.stream().mapToLong(Share::cost).sum();
    int count = (int) Math.min(files.size(), Math.max(least, all / LARGEST));
    PriorityQueue<Filling> shares = new PriorityQueue<>(Comparator.comparingLong(s -> s.cost));
    for (int i = 0; i < count; i++) {
      shares.add(new Filling());
    }
    files.stream()
        .sorted(Comparator.comparingLong(Share::cost).reversed())
        .forEach(file -> {
          Filling smallest = shares.remove();
          smallest.add(file);
          shares.add(smallest);
        });
    return shares.stream().map(s -> new Share(s.files)).toList();
  }

  private static long cost(StoredFile file) {
    return file.size() + OPENING;
  }
}
