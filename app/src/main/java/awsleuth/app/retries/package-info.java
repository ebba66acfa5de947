/** {@code awsleuth retries}: what boto3 repeats. */
@NullMarked
package awsleuth.app.retries;

import org.jspecify.annotations.NullMarked;
