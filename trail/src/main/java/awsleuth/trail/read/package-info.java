/**
 * From files to events: finds the files of an archive (by CloudTrail's layout those alone that may
 * hold what is asked for), opens and unpacks them, and goes through the bytes of each record once.
 * {@code Scanner} notes where the columns stand, {@code EventMaker} makes an event of them. The
 * door is {@link awsleuth.trail.read.Reading}; what shares out the files itself, as Spark does,
 * finds them by {@link awsleuth.trail.read.Finder} and asks each by {@link
 * awsleuth.trail.read.Part}.
 */
@NullMarked
package awsleuth.trail.read;

import org.jspecify.annotations.NullMarked;
