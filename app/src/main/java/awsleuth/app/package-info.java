/**
 * The {@code awsleuth} command: reads evidence, shows one diagnosis in several forms. The door is
 * {@link awsleuth.app.Main}; {@code CommandTree} has the commands.
 *
 * <p>{@code terminal} has what is written (console, width, folding, nothing that controls), {@code
 * input} what is read (files, folders, encodings, redaction), {@code command} what commands share
 * (options, batches, help); then there is a package for each command.
 */
@NullMarked
package awsleuth.app;

import org.jspecify.annotations.NullMarked;
