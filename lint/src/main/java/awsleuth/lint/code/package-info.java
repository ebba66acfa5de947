/**
 * What the names and expressions of a Python file are: clients, sessions, responses. The door is
 * {@link awsleuth.lint.code.Program}, which the habits ask.
 */
@NullMarked
package awsleuth.lint.code;

import org.jspecify.annotations.NullMarked;
