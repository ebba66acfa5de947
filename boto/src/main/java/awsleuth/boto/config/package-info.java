/** The files that configure boto3, read as botocore reads them, with the place of every value. */
@NullMarked
package awsleuth.boto.config;

import org.jspecify.annotations.NullMarked;
