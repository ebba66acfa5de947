package awsleuth.collect.live;

import java.util.Optional;

/**
 * A log group of CloudWatch Logs that is to be looked into.
 *
 * @param name its name
 * @param pattern a filter pattern; empty for the request id of the call, or else its error code
 */
public record LogGroup(String name, Optional<String> pattern) {}
