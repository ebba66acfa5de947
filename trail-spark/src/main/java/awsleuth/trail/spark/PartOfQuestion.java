package awsleuth.trail.spark;

import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.read.Part;
import org.apache.spark.api.java.function.Function;

/**
 * What a task does: asks its part of a question of a share of the files. A partition has one share
 * and each task a copy of its own of this, so that the fold is not used twice.
 */
final class PartOfQuestion<F extends Fold<F>> implements Function<Share, Asked<F>> {

  private static final long serialVersionUID = 1;

  private final F empty;
  private final Filter filter;
  private final HadoopSettings settings;

  /** A part that has seen nothing. */
  PartOfQuestion(F empty, Filter filter, HadoopSettings settings) {
    this.empty = empty;
    this.filter = filter;
    this.settings = settings;
  }

  @Override
  public Asked<F> call(Share share) {
    Part<F> part = new Part<>(empty, filter);
    share.files().forEach(file -> part.read(file.found(settings.value())));
    return part.asked();
  }
}
