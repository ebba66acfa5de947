/**
 * Which credentials and which Region boto3 would use, from the environment, the files and the
 * answers of endpoints and programs that it is given.
 *
 * <p>It goes the way of {@code boto3.Session(…).get_credentials()}: one class for each provider, in
 * {@code Chain}'s order, on a session that reads its files when botocore does. What botocore would
 * ask of the world outside (files, endpoints, STS, programs) goes through {@link
 * awsleuth.boto.credentials.Outside}: the room {@code collect} answers with this machine's files
 * alone or asks the world, a batch with what its records have. An ask without an answer is an
 * outcome of its own, never a guess.
 */
@NullMarked
package awsleuth.boto.credentials;

import org.jspecify.annotations.NullMarked;
