/** Validations of parameters, measured beside botocore's. */
@org.jspecify.annotations.NullMarked
package awsleuth.bench;
