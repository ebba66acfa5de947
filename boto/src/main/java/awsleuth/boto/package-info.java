/**
 * What boto3 itself would do, and why; the installed botocore is the judge. The door is {@link
 * awsleuth.boto.Boto}.
 *
 * <p>{@code config} reads the config and credentials files and keeps the place of every value;
 * {@code endpoint} makes the client, asks the endpoint rules with a trace, and signs; {@code
 * credentials} goes the way to credentials; {@code python} has Python's values and texts; {@code
 * params} validator, handlers and the review of a call; {@code call} the forms in which it is
 * written; {@code request} what is sent: URL, body, signature; {@code retry} which failures are
 * repeated and how long that takes.
 */
@NullMarked
package awsleuth.boto;

import org.jspecify.annotations.NullMarked;
