/** Values as Python has them: their kinds, how Python prints them, how botocore reads dates. */
@NullMarked
package awsleuth.boto.python;

import org.jspecify.annotations.NullMarked;
