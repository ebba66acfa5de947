/**
 * From files to events: finds the files of an archive, opens them, cuts them into records and takes
 * the columns of each. The door is {@link awsleuth.trail.read.Reading}.
 */
@NullMarked
package awsleuth.trail.read;

import org.jspecify.annotations.NullMarked;
