package awsleuth.collect.live;

import java.util.List;
import java.util.SequencedMap;

/**
 * What AWS was asked about a failed call, and what it said.
 *
 * @param files what was answered: texts by the names of files, in the forms that the AWS CLI prints
 * @param unknown what stays unknown, and why, one line each
 */
public record Gathering(SequencedMap<String, String> files, List<String> unknown) {}
