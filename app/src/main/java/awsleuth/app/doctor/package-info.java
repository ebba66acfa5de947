/** {@code awsleuth doctor}. */
@NullMarked
package awsleuth.app.doctor;

import org.jspecify.annotations.NullMarked;
