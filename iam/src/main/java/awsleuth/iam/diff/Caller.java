package awsleuth.iam.diff;

import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.List;
import java.util.Map;

/**
 * Principals whom the policies of both sides name alike, by one of them.
 *
 * @param words who they are, for people; empty where policies name no principals
 * @param principal one of them
 * @param fixed what follows for context keys, in lower case, from who they are
 * @param limits what follows for keys whose values are many
 */
record Caller(
    String words,
    Principal principal,
    Map<String, ContextValue> fixed,
    Map<String, List<Clause>> limits) {}
