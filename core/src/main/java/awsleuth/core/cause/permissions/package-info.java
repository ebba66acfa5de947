/** Why calls fail: the permissions bucket. */
@NullMarked
package awsleuth.core.cause.permissions;

import org.jspecify.annotations.NullMarked;
