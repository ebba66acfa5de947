/** {@code awsleuth endpoint}: where boto3 sends a call. */
@NullMarked
package awsleuth.app.endpoint;

import org.jspecify.annotations.NullMarked;
