package awsleuth.app.diagnose;

import awsleuth.app.input.Looked;
import awsleuth.core.Diagnosis;
import java.util.List;

/**
 * A diagnosis with what the views need beside it.
 *
 * @param diagnosis the diagnosis
 * @param catalog which AWS data it rests on
 * @param looked what was read
 */
public record Diagnosed(Diagnosis diagnosis, String catalog, List<Looked> looked) {}
