/** Why calls fail: the client bucket. */
@NullMarked
package awsleuth.core.cause.client;

import org.jspecify.annotations.NullMarked;
