/** What the evidence means: worked out once, shared by all causes. */
@NullMarked
package awsleuth.core.fact;

import org.jspecify.annotations.NullMarked;
