/** The questions of {@code awsleuth trail} on Apache Spark. */
@NullMarked
package awsleuth.trail.spark;

import org.jspecify.annotations.NullMarked;
