/**
 * Which credentials and which Region boto3 would use, from the environment, the files and the
 * answers of endpoints and programs that it is given.
 */
@NullMarked
package awsleuth.boto.credentials;

import org.jspecify.annotations.NullMarked;
