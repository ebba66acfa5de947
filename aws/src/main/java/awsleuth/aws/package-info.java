/**
 * What AWS publishes about itself, as botocore's data files carry it. The door is {@link
 * awsleuth.aws.AwsCatalog}.
 */
@NullMarked
package awsleuth.aws;

import org.jspecify.annotations.NullMarked;
