/**
 * Runs a program and watches its AWS calls. The door is {@link awsleuth.collect.watch.Watch}.
 *
 * <p>An observer of botocore's events ({@code awsleuth_observer.py}) writes a line of JSON for each
 * call worth keeping; these lines, the files of settings and the program's end are the record.
 * {@code core} reads it as any other evidence, so that {@code awsleuth run} and a diagnosis of the
 * kept record are the same thing.
 */
@NullMarked
package awsleuth.collect.watch;

import org.jspecify.annotations.NullMarked;
