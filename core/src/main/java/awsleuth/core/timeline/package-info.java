/**
 * When what happened, from all evidence that has a date. The door is {@link
 * awsleuth.core.timeline.Timeline}.
 */
@NullMarked
package awsleuth.core.timeline;

import org.jspecify.annotations.NullMarked;
