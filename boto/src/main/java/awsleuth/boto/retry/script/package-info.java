/** A scripted server in place of AWS: what a client makes of its answers, request by request. */
@NullMarked
package awsleuth.boto.retry.script;

import org.jspecify.annotations.NullMarked;
