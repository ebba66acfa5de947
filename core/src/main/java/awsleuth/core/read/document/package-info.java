/**
 * Readers of whole documents: policies, CloudTrail events, settings, environments, parameters,
 * answers of IAM.
 */
@NullMarked
package awsleuth.core.read.document;

import org.jspecify.annotations.NullMarked;
