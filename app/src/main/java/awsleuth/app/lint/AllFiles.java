package awsleuth.app.lint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks at many files at once, on all processors. */
final class AllFiles {

  /** Trees are walked by recursion. */
  private static final long STACK = 64L << 20;

  private AllFiles() {}

  /** What there is to say of files, in their order. */
  static List<LintedFile> look(Looking looking, List<Path> files) {
    int workers = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
    if (workers == 0) {
      return List.of();
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(workers, r -> new Thread(null, r, "lint", STACK))) {
      List<Future<LintedFile>> futures = new ArrayList<>();
      files.forEach(f -> futures.add(pool.submit(() -> looking.file(f))));
      List<LintedFile> all = new ArrayList<>();
      for (Future<LintedFile> future : futures) {
        all.add(of(future));
      }
      return all;
    }
  }

  /** What there is to say of one text, in a thread whose stack is deep enough. */
  static LintedFile look(Looking looking, String shown, byte[] bytes) {
    try (ExecutorService pool =
        Executors.newSingleThreadExecutor(r -> new Thread(null, r, "lint", STACK))) {
      return of(pool.submit(() -> looking.bytes(shown, bytes)));
    }
  }

  private static LintedFile of(Future<LintedFile> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }
}
