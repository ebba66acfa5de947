/**
 * Why more calls fail since a moment: the changes before it, decided on by the requests that fail.
 * The door is {@link awsleuth.trail.incident.Investigation}.
 */
@NullMarked
package awsleuth.trail.incident;

import org.jspecify.annotations.NullMarked;
