/**
 * What AWS publishes about itself: services, operations, shapes, errors, Regions, endpoints and IAM
 * actions. The door is {@link awsleuth.aws.AwsCatalog}.
 */
@NullMarked
package awsleuth.aws;

import org.jspecify.annotations.NullMarked;
