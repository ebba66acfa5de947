/**
 * {@code awsleuth test}: a diagnosis as a pytest file that fails as the call did, and passes after
 * the fix. The door is {@link awsleuth.app.test.TestCommand}.
 */
@NullMarked
package awsleuth.app.test;

import org.jspecify.annotations.NullMarked;
