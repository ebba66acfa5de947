package awsleuth.trail.read;

import awsleuth.core.scan.Stretches.ByteSource;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Reads a stream in a thread of its own, a few chunks ahead. To be closed. */
final class Ahead implements ByteSource, AutoCloseable {

  private static final int CHUNKS = 4;
  private static final int SIZE = 256 << 10;

  /** Some bytes, or how the stream ended. */
  private static final class Chunk {
    private final byte[] bytes = new byte[SIZE];
    private int length;
    private @Nullable Throwable failure;
  }

  private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(CHUNKS);
  private final BlockingQueue<Chunk> full = new ArrayBlockingQueue<>(CHUNKS);
  private final Thread thread;
  private @Nullable Chunk current;
  private int at;

  /** Of a stream, which belongs to the thread from now on. */
  Ahead(ByteSource in) {
    for (int i = 0; i < CHUNKS; i++) {
      free.add(new Chunk());
    }
    thread = Thread.ofPlatform().daemon().name("awsleuth-unpacking").start(() -> run(in));
  }

  private void run(ByteSource in) {
    try {
      boolean going = true;
      while (going) {
        Chunk chunk = free.take();
        going = fill(chunk, in);
        full.put(chunk);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean fill(Chunk chunk, ByteSource in) {
    try {
      chunk.length = in.read(chunk.bytes, 0, SIZE);
      return chunk.length >= 0;
    } catch (IOException | RuntimeException | Error e) {
      chunk.length = -1;
      chunk.failure = e;
      return false;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Chunk chunk = current();
    if (chunk.length < 0) {
      return end(chunk.failure);
    }
    int n = Math.min(length, chunk.length - at);
    System.arraycopy(chunk.bytes, at, buffer, offset, n);
    at += n;
    return n;
  }

  private Chunk current() throws IOException {
    try {
      Chunk chunk = current;
      if (chunk == null || (chunk.length >= 0 && at == chunk.length)) {
        if (chunk != null) {
          free.put(chunk);
        }
        chunk = full.take();
        current = chunk;
        at = 0;
      }
      return chunk;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static int end(@Nullable Throwable failure) throws IOException {
    return switch (failure) {
      case null -> -1;
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IOException(failure);
    };
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
