/**
 * Policies that stand in the CloudTrail events which wrote them: which event writes or takes away
 * what is told here alone. The door is {@link awsleuth.core.written.WrittenPolicies}.
 */
@NullMarked
package awsleuth.core.written;

import org.jspecify.annotations.NullMarked;
