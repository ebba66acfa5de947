/** The requests that botocore would send: URL and signature, from the parameters of a call. */
@NullMarked
package awsleuth.boto.request;

import org.jspecify.annotations.NullMarked;
