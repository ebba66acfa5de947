/**
 * The questions of {@code awsleuth trail} on Apache Spark: its tasks read with {@code
 * awsleuth.trail.read.Part} and merge the same folds. The door is {@link
 * awsleuth.trail.spark.TrailJob}.
 */
@NullMarked
package awsleuth.trail.spark;

import org.jspecify.annotations.NullMarked;
