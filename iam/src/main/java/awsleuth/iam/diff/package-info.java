/**
 * What a change of policies really changes, for all requests. The door is {@link
 * awsleuth.iam.diff.PolicyDiff}.
 */
@NullMarked
package awsleuth.iam.diff;

import org.jspecify.annotations.NullMarked;
