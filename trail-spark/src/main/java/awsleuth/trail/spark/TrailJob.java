package awsleuth.trail.spark;

import awsleuth.app.Main;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;

/** {@code awsleuth trail} as an application of Spark: the same arguments, the same answers. */
public final class TrailJob {

  private TrailJob() {}

  /**
   * Asks what the arguments say and ends the process: with 0 where it was answered, whatever the
   * answer is, since schedulers take all else for a failed job; with 2 where the arguments or some
   * of the archive could not be read, with 3 where awsleuth or Spark failed.
   *
   * @param args what would follow {@code awsleuth trail}
   */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Console console = new Console(System.in, out, err, Screen.PIPE);
    int code;
    try (Cluster cluster = new Cluster(conf())) {
      code = Main.trail(console, new SparkEngine(cluster), args);
    }
    out.flush();
    err.flush();
    System.exit(code == Console.DIAGNOSED ? Console.FINE : code);
  }

  /** What was submitted with, beside what this job needs. */
  static SparkConf conf() {
    return new SparkConf()
        .setIfMissing("spark.app.name", "awsleuth trail")
        .setIfMissing("spark.master", "local[*]")
        // The other stream of S3 asks for each file twice: for its length, which is known, and its
        // bytes.
        .setIfMissing("spark.hadoop.fs.s3a.input.stream.type", "classic")
        .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
  }

  private static PrintStream stream(FileDescriptor to) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(to)), false, StandardCharsets.UTF_8);
  }
}
