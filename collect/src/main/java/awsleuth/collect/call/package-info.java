/** Calls of AWS that read: what boto3 would send, signed and carried by the AWS SDK. */
@NullMarked
package awsleuth.collect.call;

import org.jspecify.annotations.NullMarked;
