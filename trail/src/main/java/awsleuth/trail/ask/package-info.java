/** Questions to an archive about failed calls and changes. */
@NullMarked
package awsleuth.trail.ask;

import org.jspecify.annotations.NullMarked;
