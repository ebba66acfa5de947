/**
 * The way of a request step by step: name, connection, proxy, TLS, answer; what breaks it is told
 * in the words that Python has for it.
 */
@NullMarked
package awsleuth.collect.wire;

import org.jspecify.annotations.NullMarked;
