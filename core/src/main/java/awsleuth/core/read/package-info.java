/**
 * From text to evidence: one small reader for each form. The door is {@link
 * awsleuth.core.read.Readers}.
 *
 * <p>Lines are cleaned (terminal sequences, box drawing, JSON and escapes undone, secrets replaced)
 * and joined; the readers of sentences, exceptions, bodies, debug logs and SDK forms look for what
 * they know; what they see of one failure is brought together, repeats are counted, and what no
 * sentence says (service, operation, Region) is inferred and marked as such.
 */
@NullMarked
package awsleuth.core.read;

import org.jspecify.annotations.NullMarked;
