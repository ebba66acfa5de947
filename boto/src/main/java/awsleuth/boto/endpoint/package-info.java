/** Where botocore sends a request, how it signs it, and which setting and rule decided that. */
@NullMarked
package awsleuth.boto.endpoint;

import org.jspecify.annotations.NullMarked;
