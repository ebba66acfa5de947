/** Why a call fails: one class and one page for each cause. */
@NullMarked
package awsleuth.core.cause;

import org.jspecify.annotations.NullMarked;
