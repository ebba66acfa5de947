/** {@code awsleuth credentials}: which credentials and Region boto3 uses. */
@NullMarked
package awsleuth.app.credentials;

import org.jspecify.annotations.NullMarked;
