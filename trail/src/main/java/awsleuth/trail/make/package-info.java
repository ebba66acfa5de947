/**
 * Archives that are made, not recorded: seeded, of any size, with incidents planted and the answers
 * beside them. The door is {@link awsleuth.trail.make.Generator}.
 */
@NullMarked
package awsleuth.trail.make;

import org.jspecify.annotations.NullMarked;
