/** The pages of the causes: explanation for people, cases for the build. */
@NullMarked
package awsleuth.core.page;

import org.jspecify.annotations.NullMarked;
