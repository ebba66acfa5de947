/** The stretches worth reading of a stream that is too large to read whole. */
@NullMarked
package awsleuth.core.scan;

import org.jspecify.annotations.NullMarked;
