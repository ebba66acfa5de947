/**
 * The first ten minutes: what of a call's life goes well on this machine, step by step. It puts the
 * probes into the order of a call's life, runs what it can at the same time and gives them as
 * evidence: {@code ProbeResult}.
 */
@NullMarked
package awsleuth.collect.doctor;

import org.jspecify.annotations.NullMarked;
