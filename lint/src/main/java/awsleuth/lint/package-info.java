/** Habits in Python sources that cause AWS incidents; the door is {@link awsleuth.lint.Linter}. */
@NullMarked
package awsleuth.lint;

import org.jspecify.annotations.NullMarked;
