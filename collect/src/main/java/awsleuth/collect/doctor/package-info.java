/** The first ten minutes: what of a call's life goes well on this machine, step by step. */
@NullMarked
package awsleuth.collect.doctor;

import org.jspecify.annotations.NullMarked;
