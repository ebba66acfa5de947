/**
 * {@code awsleuth test}: a diagnosis as a pytest file that fails as the call did, and passes after
 * the fix. The door is {@link awsleuth.app.test.TestCommand}.
 *
 * <p>{@code Treatment} says which kinds a cause is tested by, {@code Choice} takes one, and a
 * writer for each fills the forms of Python beside it.
 */
@NullMarked
package awsleuth.app.test;

import org.jspecify.annotations.NullMarked;
