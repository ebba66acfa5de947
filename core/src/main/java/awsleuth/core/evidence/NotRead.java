package awsleuth.core.evidence;

/**
 * Policies that AWS was asked for and did not show: what they say is not known, and nothing follows
 * from the others not saying it. Likewise an encoded authorization message that it did not decode.
 *
 * @param type of the policies; UNKNOWN of a message
 * @param of whose they are, by ARN; of a message its last characters
 * @param what is not known, such as {@code the policy NAME of OWNER}
 * @param why, such as {@code iam:GetRolePolicy is not allowed}
 * @param how the command that would show it; empty where there is none
 * @param source where it is told of
 */
public record NotRead(
    PolicyDocument.Type type, String of, String what, String why, String how, Source source)
    implements Evidence {}
