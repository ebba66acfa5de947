/**
 * Events that changed what other calls may do: policies, roles, keys, endpoints, settings, quotas.
 */
@NullMarked
package awsleuth.trail.change;

import org.jspecify.annotations.NullMarked;
