/** Small test tools that know none of the rooms. */
@NullMarked
package awsleuth.testkit;

import org.jspecify.annotations.NullMarked;
