/** {@code awsleuth explain} and {@code awsleuth causes}. */
@NullMarked
package awsleuth.app.page;

import org.jspecify.annotations.NullMarked;
