/** {@code awsleuth verify}: whether the causes of a diagnosis are ruled out after the fix. */
@NullMarked
package awsleuth.app.verify;

import org.jspecify.annotations.NullMarked;
