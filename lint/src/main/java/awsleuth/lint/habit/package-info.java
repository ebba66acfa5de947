/** The habits: one class and one page for each. */
@NullMarked
package awsleuth.lint.habit;

import org.jspecify.annotations.NullMarked;
