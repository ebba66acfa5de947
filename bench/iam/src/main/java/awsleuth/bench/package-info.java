/** How many decisions a second the policy engine makes, beside another engine. */
@NullMarked
package awsleuth.bench;

import org.jspecify.annotations.NullMarked;
