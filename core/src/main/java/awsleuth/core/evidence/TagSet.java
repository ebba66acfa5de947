package awsleuth.core.evidence;

import java.util.Map;

/**
 * The tags of a user, role or resource, as AWS's commands print them.
 *
 * @param thing whose they are: an ARN, or the id that EC2 gives, such as {@code i-0abc…}
 * @param tags the values by key; empty where it has none
 * @param whole whether these are all; else it may have others, which were not asked for
 * @param source the line where the list of tags begins
 */
public record TagSet(String thing, Map<String, String> tags, boolean whole, Source source)
    implements Evidence {}
