package awsleuth.core.evidence;

/**
 * What a folder's {@code awsleuth.json} says of one of its files.
 *
 * @param artifact the file, named as citations name it
 * @param kind what it is, by the name of an option or a fence ({@code policy:identity}); empty
 *     where that is not said
 * @param attachedTo the ARN of the role, user, group or resource that a policy is attached to;
 *     empty where that is not said
 * @param source the line of the manifest
 */
public record Attachment(String artifact, String kind, String attachedTo, Source source)
    implements Evidence {}
