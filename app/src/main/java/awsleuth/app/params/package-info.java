/** {@code awsleuth params}: what botocore says of parameters. */
@NullMarked
package awsleuth.app.params;

import org.jspecify.annotations.NullMarked;
