package awsleuth.app.input;

import awsleuth.core.Artifact;

/** A file that the user named, and what the user says it is. */
public record Named(String path, Artifact.Kind kind) {}
