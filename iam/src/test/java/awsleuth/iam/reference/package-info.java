/**
 * A second decider of requests, to be read next to AWS's pages: short, slow and written from the
 * documentation alone. It shares nothing with the engine but the parsed policies and the request.
 * It knows no unknown keys: it decides where every key is given or absent.
 */
@NullMarked
package awsleuth.iam.reference;

import org.jspecify.annotations.NullMarked;
