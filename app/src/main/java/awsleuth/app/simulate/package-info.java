/** {@code awsleuth simulate}: what policies decide, and why. */
@NullMarked
package awsleuth.app.simulate;

import org.jspecify.annotations.NullMarked;
