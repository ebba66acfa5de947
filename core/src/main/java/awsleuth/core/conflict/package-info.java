/**
 * Pieces of evidence that contradict each other: which, what each says, and what was taken. The
 * door is {@link awsleuth.core.conflict.Contradiction}.
 */
@NullMarked
package awsleuth.core.conflict;

import org.jspecify.annotations.NullMarked;
