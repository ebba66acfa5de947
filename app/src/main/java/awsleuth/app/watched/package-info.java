/**
 * What is told of a program that {@code awsleuth run} watched: at its end, and elsewhere from the
 * record that was kept.
 */
@NullMarked
package awsleuth.app.watched;

import org.jspecify.annotations.NullMarked;
