/**
 * What the user named: files, folders, standard input; how they are decoded, and what may not be
 * shown.
 */
@NullMarked
package awsleuth.app.input;

import org.jspecify.annotations.NullMarked;
