/** What all commands have in common: options, batches, help, wrong usage. */
@NullMarked
package awsleuth.app.command;

import org.jspecify.annotations.NullMarked;
