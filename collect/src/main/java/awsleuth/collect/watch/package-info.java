/** Runs a program and watches its AWS calls. The door is {@link awsleuth.collect.watch.Watch}. */
@NullMarked
package awsleuth.collect.watch;

import org.jspecify.annotations.NullMarked;
