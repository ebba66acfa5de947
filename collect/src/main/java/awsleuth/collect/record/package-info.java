/** What is kept of a program's calls and of an examination, without secrets. */
@NullMarked
package awsleuth.collect.record;

import org.jspecify.annotations.NullMarked;
