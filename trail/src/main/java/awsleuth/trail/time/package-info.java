/** Calls and failures over time, and since when more of them fail than before. */
@NullMarked
package awsleuth.trail.time;

import org.jspecify.annotations.NullMarked;
