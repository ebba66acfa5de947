/** {@code awsleuth lint}. */
@NullMarked
package awsleuth.app.lint;

import org.jspecify.annotations.NullMarked;
