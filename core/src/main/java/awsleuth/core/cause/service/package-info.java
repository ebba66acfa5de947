/** Why calls fail: the service bucket. */
@NullMarked
package awsleuth.core.cause.service;

import org.jspecify.annotations.NullMarked;
