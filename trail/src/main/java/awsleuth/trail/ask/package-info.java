/** Questions to an archive about failed calls. */
@NullMarked
package awsleuth.trail.ask;

import org.jspecify.annotations.NullMarked;
