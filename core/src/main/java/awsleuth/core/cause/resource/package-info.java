/** Why calls fail: the resource bucket. */
@NullMarked
package awsleuth.core.cause.resource;

import org.jspecify.annotations.NullMarked;
