/**
 * A scripted server in place of AWS: what a client makes of its answers, request by request; the
 * records that the oracle, the installed botocore, is held against.
 */
@NullMarked
package awsleuth.boto.retry.script;

import org.jspecify.annotations.NullMarked;
