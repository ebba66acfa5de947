/**
 * Policies: what they decide, and why. The door is {@link awsleuth.iam.Authorizer}.
 *
 * <p>The root decides and explains, with {@code policy} (what a document says, with lines and
 * columns), {@code match} (patterns, operators, values), {@code request} (principal, resource,
 * context), {@code repair} (what would change a decision), {@code diff} (what a change of policies
 * changes, for all requests), {@code check} (what AWS refuses and what does nothing), {@code
 * batch}.
 */
@NullMarked
package awsleuth.iam;

import org.jspecify.annotations.NullMarked;
