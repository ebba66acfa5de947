/** The request that is decided on: who wants to do what to which resource, in which context. */
@NullMarked
package awsleuth.iam.request;

import org.jspecify.annotations.NullMarked;
