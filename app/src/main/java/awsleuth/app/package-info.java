/** The {@code awsleuth} command: reads evidence, shows one diagnosis in several forms. */
@NullMarked
package awsleuth.app;

import org.jspecify.annotations.NullMarked;
