package awsleuth.boto.request;

import awsleuth.boto.endpoint.Signing;
import java.util.SequencedMap;

/**
 * A request as it is sent, without a signature.
 *
 * @param method of HTTP
 * @param url the whole of it
 * @param headers those of the call, one value each; none of the transport's
 * @param body UTF-8; empty where there is none
 * @param signing how it has to be signed
 */
public record Message(
    String method,
    String url,
    SequencedMap<String, String> headers,
    String body,
    Signing signing) {}
