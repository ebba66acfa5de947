/** {@code awsleuth report}: the record of an incident. */
@NullMarked
package awsleuth.app.report;

import org.jspecify.annotations.NullMarked;
