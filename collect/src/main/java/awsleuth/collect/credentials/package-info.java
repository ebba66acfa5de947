/** What boto3 asks of the world to get credentials: endpoints, STS, programs. */
@NullMarked
package awsleuth.collect.credentials;

import org.jspecify.annotations.NullMarked;
