/**
 * Habits in Python sources that cause AWS incidents; the door is {@link awsleuth.lint.Linter}.
 *
 * <p>{@code python} parses and copies what is kept into a small tree; {@code code} says what names
 * and expressions are: {@code Program} is what habits ask; {@code habit} has one class for each
 * habit, its page beside it, listed in {@code Habits}.
 */
@NullMarked
package awsleuth.lint;

import org.jspecify.annotations.NullMarked;
