/** Tests against real boto3, moto and the {@code aws} command. */
@NullMarked
package awsleuth.e2e;

import org.jspecify.annotations.NullMarked;
