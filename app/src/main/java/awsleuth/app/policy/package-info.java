/** {@code awsleuth policy check}: what is wrong with a policy. */
@NullMarked
package awsleuth.app.policy;

import org.jspecify.annotations.NullMarked;
