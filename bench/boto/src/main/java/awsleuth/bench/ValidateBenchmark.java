package awsleuth.bench;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.params.ParamValidator;
import awsleuth.boto.params.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Validates one call's parameters again and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidateBenchmark {

  /** The file of the calls. */
  @Param("")
  public String file = "";

  /** Which call. */
  @Param("")
  public String id = "";

  private ParamValidator validator;
  private Shape.Structure input;
  private Call call;

  /** Reads the call and the model. */
  @Setup
  public void prepare() throws IOException {
    call =
        Call.read(Path.of(file)).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    Boto boto = Boto.of(AwsCatalog.embedded(), LocalDate.EPOCH);
    Service service = boto.catalog().service(call.service()).orElseThrow();
    validator = boto.validator(service);
    input = service.input(call.operation()).orElseThrow();
  }

  /** One validation. */
  @Benchmark
  public Validation validate() {
    return validator.validate(call.params(), input);
  }
}
