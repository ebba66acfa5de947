/** Python sources as trees. */
@NullMarked
package awsleuth.lint.python;

import org.jspecify.annotations.NullMarked;
