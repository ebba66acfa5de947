package awsleuth.core.scan;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands over the searched chunks of a stream in order. A second thread reads and searches ahead;
 * the caller lends a hand while it would wait. Reading is one chunk at a time, searching is not.
 */
final class Conveyor implements AutoCloseable {

  private static final int CHUNKS = 6;

  private final Stretches.ByteSource in;
  private final AnchorSearch search;
  private final ArrayDeque<Chunk> free = new ArrayDeque<>();
  private final ArrayDeque<Chunk> order = new ArrayDeque<>();
  private @Nullable Thread ahead;
  private boolean interrupted;
  private boolean reading;
  private boolean ended;

  // Touched by whoever is reading.
  private final byte[] tail;
  private int tailLength;
  private long offset;

  Conveyor(Stretches.ByteSource in, AnchorSearch search, Limits limits) {
    this.in = in;
    this.search = search;
    tail = new byte[search.longest()];
    for (int i = 0; i < CHUNKS; i++) {
      free.add(new Chunk(limits));
    }
  }

  /** The next chunk, to be given back; null at the end. */
  @Nullable Chunk next() {
    while (true) {
      Chunk claimed;
      synchronized (this) {
        Chunk head = order.peek();
        if (head != null && head.done) {
          return order.poll();
        }
        if (head == null && ended && !reading) {
          return null;
        }
        claimed = claim();
        if (claimed == null) {
          pause();
        }
      }
      if (claimed != null) {
        work(claimed);
        startAhead();
      }
    }
  }

  /** Takes back a chunk that is no longer looked at. */
  synchronized void giveBack(Chunk chunk) {
    free.add(chunk);
    notifyAll();
  }

  private synchronized void startAhead() {
    if (ahead == null && !ended) {
      ahead = new Thread(this::runAhead, "awsleuth-scan");
      ahead.setDaemon(true);
      ahead.start();
    }
  }

  private void runAhead() {
    while (true) {
      Chunk claimed;
      synchronized (this) {
        claimed = claim();
        while (claimed == null && !ended) {
          pause();
          claimed = claim();
        }
      }
      if (claimed == null) {
        return;
      }
      work(claimed);
    }
  }

  /** A free chunk to read into, if nobody else is reading and there is more to read. */
  private synchronized @Nullable Chunk claim() {
    if (reading || ended || free.isEmpty()) {
      return null;
    }
    reading = true;
    return free.poll();
  }

  private void work(Chunk chunk) {
    fill(chunk);
    synchronized (this) {
      order.add(chunk);
      reading = false;
      ended |= chunk.last;
      notifyAll();
    }
    try {
      chunk.examine(search);
    } catch (RuntimeException | Error e) {
      chunk.failure = e;
    }
    synchronized (this) {
      chunk.done = true;
      notifyAll();
    }
  }

  private void fill(Chunk chunk) {
    chunk.done = false;
    chunk.last = false;
    chunk.failure = null;
    chunk.offset = offset;
    chunk.valid = chunk.from - tailLength;
    System.arraycopy(tail, 0, chunk.bytes, chunk.valid, tailLength);
    chunk.to = chunk.from;
    try {
      while (chunk.to < chunk.bytes.length && !chunk.last) {
        int n = in.read(chunk.bytes, chunk.to, chunk.bytes.length - chunk.to);
        chunk.last = n < 0;
        chunk.to += Math.max(n, 0);
      }
    } catch (IOException | RuntimeException | Error e) {
      chunk.failure = e;
      chunk.last = true;
    }
    offset += chunk.to - chunk.from;
    tailLength = Math.min(tail.length, chunk.to - chunk.valid);
    System.arraycopy(chunk.bytes, chunk.to - tailLength, tail, 0, tailLength);
  }

  @SuppressWarnings("WaitNotInLoop") // the callers loop
  private synchronized void pause() {
    try {
      wait();
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }

  /** Stops reading ahead and waits until the other thread has ended. */
  @Override
  public void close() {
    Thread other;
    synchronized (this) {
      ended = true;
      other = ahead;
      notifyAll();
    }
    while (other != null && other.isAlive()) {
      try {
        other.join();
      } catch (InterruptedException e) {
        synchronized (this) {
          interrupted = true;
        }
      }
    }
    synchronized (this) {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      order.clear();
    }
    Arrays.fill(tail, (byte) 0);
  }
}
