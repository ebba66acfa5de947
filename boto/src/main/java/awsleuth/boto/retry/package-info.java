/** How botocore repeats calls: from which settings, for which failures, after which delays. */
@NullMarked
package awsleuth.boto.retry;

import org.jspecify.annotations.NullMarked;
