package awsleuth.aws;

import java.util.List;

/**
 * A kind of resource of a service.
 *
 * @param name as the Service Authorization Reference has it, such as {@code bucket}; unique in the
 *     service
 * @param arns the forms of its ARN, such as {@code arn:${Partition}:s3:::${BucketName}}; several
 *     for few
 * @param keys the names of the condition keys that requests on it can have, without the global ones
 */
public record ResourceType(String name, List<String> arns, List<String> keys) {}
