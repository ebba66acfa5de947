/**
 * What the evidence means: worked out once, shared by all causes; known with sources, or unknown
 * with what would tell.
 */
@NullMarked
package awsleuth.core.fact;

import org.jspecify.annotations.NullMarked;
