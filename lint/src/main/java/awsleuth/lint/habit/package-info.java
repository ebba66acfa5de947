/** The habits: one class and one page for each, listed in {@link awsleuth.lint.habit.Habits}. */
@NullMarked
package awsleuth.lint.habit;

import org.jspecify.annotations.NullMarked;
