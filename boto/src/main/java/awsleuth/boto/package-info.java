/** What boto3 itself would do, and why; the installed botocore is the judge. */
@NullMarked
package awsleuth.boto;

import org.jspecify.annotations.NullMarked;
