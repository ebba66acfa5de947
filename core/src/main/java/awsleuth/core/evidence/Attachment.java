package awsleuth.core.evidence;

import java.util.List;

/**
 * What a folder's {@code awsleuth.json} says of one of its files.
 *
 * @param artifact the file, named as citations name it
 * @param kind what it is, by the name of an option or a fence ({@code policy:identity}); empty
 *     where that is not said
 * @param attachedTo the ARNs of the roles, users, groups and resources that a policy is attached
 *     to, ids for parts of an organization; none where that is not said
 * @param source the line of the manifest
 */
public record Attachment(String artifact, String kind, List<String> attachedTo, Source source)
    implements Evidence {}
