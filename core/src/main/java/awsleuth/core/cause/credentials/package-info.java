/** Why calls fail: the credentials bucket. */
@NullMarked
package awsleuth.core.cause.credentials;

import org.jspecify.annotations.NullMarked;
