/**
 * Makes policy sets and requests by chance, always the same for the same number. The alphabets are
 * small, so that matches, near misses and exceptions are frequent.
 */
@NullMarked
package awsleuth.iam.generate;

import org.jspecify.annotations.NullMarked;
