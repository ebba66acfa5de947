/** What this machine is set to: the variables and files that botocore reads. */
@NullMarked
package awsleuth.collect.machine;

import org.jspecify.annotations.NullMarked;
