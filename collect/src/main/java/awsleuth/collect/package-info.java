/** Evidence from this machine and, when asked, from AWS. */
@NullMarked
package awsleuth.collect;

import org.jspecify.annotations.NullMarked;
