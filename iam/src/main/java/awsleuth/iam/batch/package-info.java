/** The batch contract of {@code awsleuth simulate}: one JSON object a line for one decision. */
@NullMarked
package awsleuth.iam.batch;

import org.jspecify.annotations.NullMarked;
