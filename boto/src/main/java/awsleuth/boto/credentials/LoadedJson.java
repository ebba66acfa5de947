package awsleuth.boto.credentials;

import awsleuth.boto.python.NoJson;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonJson;

/** What {@code json.loads} gives a credential provider. */
final class LoadedJson {

  private LoadedJson() {}

  /**
   * The value of a text.
   *
   * @throws Raise what Python raises
   */
  static PyValue of(String text) throws Raise {
    try {
      return PythonJson.read(text);
    } catch (NoJson e) {
      throw new Raise(e.raised());
    }
  }
}
