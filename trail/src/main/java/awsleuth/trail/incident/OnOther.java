package awsleuth.trail.incident;

/**
 * A call like the refused one on another resource of the same bucket.
 *
 * @param call the call
 * @param resource the ARN of that resource
 */
record OnOther(Sampled call, String resource) {}
