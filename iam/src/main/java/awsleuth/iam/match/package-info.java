/** Whether a part of a statement matches the part of a request that it is about. */
@NullMarked
package awsleuth.iam.match;

import org.jspecify.annotations.NullMarked;
