/** Why calls fail: the network bucket. */
@NullMarked
package awsleuth.core.cause.network;

import org.jspecify.annotations.NullMarked;
