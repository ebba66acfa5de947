/**
 * Archives of CloudTrail events and logs, read as a stream and asked. The door is {@link
 * awsleuth.trail.Archive}; an engine of its own, as {@code trail-spark}, reads by {@code Finder}
 * and {@code Part} of {@code read}. Questions and what they answer are public for {@code app},
 * which asks and shows them.
 *
 * <p>A question is a {@code Fold}: each thread asks its own part of it, and the parts are brought
 * together; what comes out does not depend on the order of files, and what is kept does not grow
 * with them. {@code read} makes events of files, {@code ask} has the questions about failures,
 * {@code change} those about what changed other calls, {@code time} counts over time and finds
 * onsets, {@code incident} brings both together in two passes and decides, {@code make} makes
 * archives with incidents to test it by. The whole event is read by {@code core}, of those records
 * alone that a question keeps.
 */
@NullMarked
package awsleuth.trail;

import org.jspecify.annotations.NullMarked;
