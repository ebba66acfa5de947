/**
 * Archives of CloudTrail events and logs, read as a stream and asked. The door is {@link
 * awsleuth.trail.Archive}.
 */
@NullMarked
package awsleuth.trail;

import org.jspecify.annotations.NullMarked;
