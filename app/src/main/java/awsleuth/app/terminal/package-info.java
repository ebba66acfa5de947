/** What goes to a terminal or a pipe: width, colour, folding, progress, nothing that controls. */
@NullMarked
package awsleuth.app.terminal;

import org.jspecify.annotations.NullMarked;
