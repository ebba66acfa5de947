/**
 * {@code awsleuth policy check}: what is wrong with a policy. {@code awsleuth policy diff}: what a
 * change of policies really changes.
 */
@NullMarked
package awsleuth.app.policy;

import org.jspecify.annotations.NullMarked;
