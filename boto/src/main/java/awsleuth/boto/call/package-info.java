/** One call of an operation in the forms that people write it: Python, the AWS CLI, JSON. */
@NullMarked
package awsleuth.boto.call;

import org.jspecify.annotations.NullMarked;
