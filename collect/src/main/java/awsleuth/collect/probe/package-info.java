/** Probes of this machine and of its way to AWS, each a small class that gives a result. */
@NullMarked
package awsleuth.collect.probe;

import org.jspecify.annotations.NullMarked;
