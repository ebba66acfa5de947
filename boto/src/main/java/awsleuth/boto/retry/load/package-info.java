/** Many clients against a limit of calls a second: what retries make of it. */
@NullMarked
package awsleuth.boto.retry.load;

import org.jspecify.annotations.NullMarked;
