/** Policy documents as their authors wrote them, every part with its place in the text. */
@NullMarked
package awsleuth.iam.policy;

import org.jspecify.annotations.NullMarked;
