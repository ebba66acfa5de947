/** Parameter validation as botocore does it, and what it leaves to the service. */
@NullMarked
package awsleuth.boto.params;

import org.jspecify.annotations.NullMarked;
