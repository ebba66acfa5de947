/**
 * Secrets in what is read: found by name, form and place, and replaced before any value is made.
 */
@NullMarked
package awsleuth.core.secret;

import org.jspecify.annotations.NullMarked;
