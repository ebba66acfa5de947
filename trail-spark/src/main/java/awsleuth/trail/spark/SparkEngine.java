package awsleuth.trail.spark;

import awsleuth.app.input.InputException;
import awsleuth.app.trail.Engine;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Kept;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Reads archives on the machines of a Spark cluster: the driver lists the files, each task reads
 * its share of them and asks its part of the question, and the parts are brought together on the
 * way back.
 */
final class SparkEngine implements Engine {

  private final Cluster cluster;
  private final Optional<Integer> shares;
  private final Map<String, String> names;
  private Optional<Listing> last = Optional.empty();

  /** On a cluster; as many shares as the archive asks for. */
  SparkEngine(Cluster cluster) {
    this(cluster, Optional.empty());
  }

  /**
   * On a cluster.
   *
   * @param shares how many shares there are to be; empty for as many as the archive asks for
   */
  SparkEngine(Cluster cluster, Optional<Integer> shares) {
    this(cluster, shares, Map.of());
  }

  private SparkEngine(Cluster cluster, Optional<Integer> shares, Map<String, String> names) {
    this.cluster = cluster;
    this.shares = shares;
    this.names = names;
  }

  /** Places of other names are files that this machine alone has: what a pipe brought it. */
  @Override
  public Engine naming(Map<String, String> others) {
    return new SparkEngine(cluster, shares, Map.copyOf(others));
  }

  @Override
  public <F extends Fold<F>> Asked<F> ask(
      List<String> places, Filter filter, Supplier<F> fold, Optional<Kept> state)
      throws InputException {
    if (state.isPresent()) {
      throw new InputException(
          "--resume is for one machine; Spark itself reads again what is lost");
    }
    try {
      return ask(places, filter, fold, cluster.spark());
    } catch (InputException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Scala's exceptions are thrown undeclared.
      throw new SparkFailed(e);
    }
  }

  private <F extends Fold<F>> Asked<F> ask(
      List<String> places, Filter filter, Supplier<F> fold, JavaSparkContext spark)
      throws InputException {
    if (!names.isEmpty() && !spark.isLocal()) {
      throw new InputException(
          List.copyOf(names.values()).getFirst()
              + ": the machines of the cluster do not have it; put it where all of them read");
    }
    Listing listing = listing(places, filter, spark.hadoopConfiguration());
    Asked<F> nothing = new Asked<>(fold.get(), listing.intake());
    List<Share> all = Share.of(listing.files(), shares.orElse(spark.defaultParallelism() * 3));
    if (all.isEmpty()) {
      return nothing;
    }
    PartOfQuestion<F> part =
        new PartOfQuestion<>(fold.get(), filter, new HadoopSettings(spark.hadoopConfiguration()));
    Asked<F> asked = spark.parallelize(all, all.size()).map(part).treeReduce(SparkEngine::both);
    return both(nothing, asked);
  }

  /** The second pass of a question has the files of the first. */
  private Listing listing(List<String> places, Filter filter, Configuration settings)
      throws InputException {
    if (last.isEmpty() || !last.get().isOf(places, filter)) {
      last = Optional.of(Listing.of(places, filter, settings, names));
    }
    return last.get();
  }

  private static <F extends Fold<F>> Asked<F> both(Asked<F> mine, Asked<F> its) {
    mine.fold().merge(its.fold());
    return new Asked<>(mine.fold(), mine.intake().plus(its.intake()));
  }
}
