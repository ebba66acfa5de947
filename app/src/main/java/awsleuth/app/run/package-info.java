/** {@code awsleuth run}: a program watched, and its failed calls explained. */
@NullMarked
package awsleuth.app.run;

import org.jspecify.annotations.NullMarked;
