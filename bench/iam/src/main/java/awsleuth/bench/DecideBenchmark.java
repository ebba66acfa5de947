package awsleuth.bench;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Result;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One decision: a request is made from texts and decided, and the decision is compared with the one
 * expected. The policies were prepared before.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {

  /** The system property that names the folder of inputs. */
  static final String FOLDER = "awsleuth.bench.inputs";

  /** On a busy machine a warm-up must be measured by the processor's time, not by the clock. */
  private static final long WARM_UP = TimeUnit.SECONDS.toNanos(6);

  /** The input's name. */
  @Param({"a_small", "b_ten_6kb", "c_100_statements"})
  public String input = "";

  private Authorizer authorizer = Authorizer.of(awsleuth.iam.PolicySet.NONE);
  private Asked[] asked = {};
  private int next;

  /** Prepares the policies, and decides until the compilers have nothing left to do. */
  @Setup
  public void prepare() {
    Input read = Input.read(Path.of(System.getProperty(FOLDER, ".")), input);
    authorizer = read.authorizer();
    asked = read.asked().toArray(Asked[]::new);
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < WARM_UP) {
      for (int i = 0; i < 1_000; i++) {
        decide();
      }
    }
  }

  /** Decides the next request. */
  @Benchmark
  public Result decide() {
    Asked request = asked[next];
    next = next + 1 == asked.length ? 0 : next + 1;
    Result result = authorizer.decide(request.request());
    if (result != request.expected()) {
      throw new IllegalStateException(result + " on " + request);
    }
    return result;
  }
}
