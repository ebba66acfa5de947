/**
 * What would change a decision: the least changes of a request or of the policies that allow it.
 */
@NullMarked
package awsleuth.iam.repair;

import org.jspecify.annotations.NullMarked;
