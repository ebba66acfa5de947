package awsleuth.trail.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that is asked for its machines when there is something to read: arguments that cannot
 * be understood are told at once. To be closed.
 */
final class Cluster implements AutoCloseable {

  private final SparkConf conf;
  private @Nullable JavaSparkContext spark;

  Cluster(SparkConf conf) {
    this.conf = conf;
  }

  /** Its context; the first call makes it. */
  JavaSparkContext spark() {
    JavaSparkContext known = spark;
    if (known == null) {
      known = new JavaSparkContext(conf);
      spark = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (spark != null) {
      spark.close();
    }
  }
}
