/** From text to evidence: one small reader for each form. */
@NullMarked
package awsleuth.core.read;

import org.jspecify.annotations.NullMarked;
