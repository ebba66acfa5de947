/** Why calls fail: the parameters bucket. */
@NullMarked
package awsleuth.core.cause.parameters;

import org.jspecify.annotations.NullMarked;
