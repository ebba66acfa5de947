/**
 * Evidence from this machine and, when asked, from AWS, only read. The doors are {@link
 * awsleuth.collect.watch.Watch}, {@link awsleuth.collect.doctor.Doctor} and {@link
 * awsleuth.collect.live.LiveQuestions}.
 *
 * <p>{@code wire} goes the way of a request (name, connection, proxy, TLS, answer) and says what
 * breaks it in Python's words, so that what boto3 raises for a finding is read like the text of a
 * failure and the causes need not know where it is from; {@code credentials} carries boto3's
 * questions for credentials; {@code call} sends operations that read: {@code boto} makes the
 * request, the AWS SDK signs it; {@code live} has the questions about a failed call; {@code probe}
 * one small class for each probe, {@code doctor} their order; {@code watch} runs a program.
 */
@NullMarked
package awsleuth.collect;

import org.jspecify.annotations.NullMarked;
