/** Tests of the comparison of policies. */
@NullMarked
package awsleuth.iam.diff;

import org.jspecify.annotations.NullMarked;
