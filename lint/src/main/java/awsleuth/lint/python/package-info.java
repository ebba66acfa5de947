/**
 * Python sources as trees, by tree-sitter's native library, which is loaded for this package alone.
 */
@NullMarked
package awsleuth.lint.python;

import org.jspecify.annotations.NullMarked;
