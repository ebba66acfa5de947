/** Policies: what they decide, and why. The door is {@link awsleuth.iam.Authorizer}. */
@NullMarked
package awsleuth.iam;

import org.jspecify.annotations.NullMarked;
