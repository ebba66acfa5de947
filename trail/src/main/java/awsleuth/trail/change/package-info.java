/**
 * Events that changed what other calls may do: policies, roles, keys, endpoints, settings, quotas;
 * {@code changes.tsv} says which events do.
 */
@NullMarked
package awsleuth.trail.change;

import org.jspecify.annotations.NullMarked;
