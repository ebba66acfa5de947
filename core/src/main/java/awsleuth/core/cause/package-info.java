/**
 * Why a call fails: one class and one page for each cause. {@code Causes} lists them, {@code
 * Ranking} orders what they say.
 */
@NullMarked
package awsleuth.core.cause;

import org.jspecify.annotations.NullMarked;
