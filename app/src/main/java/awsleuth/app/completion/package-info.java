/** {@code awsleuth completion}: scripts for shells. */
@NullMarked
package awsleuth.app.completion;

import org.jspecify.annotations.NullMarked;
