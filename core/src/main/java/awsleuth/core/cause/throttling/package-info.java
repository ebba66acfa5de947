/** Why calls fail: the throttling bucket. */
@NullMarked
package awsleuth.core.cause.throttling;

import org.jspecify.annotations.NullMarked;
