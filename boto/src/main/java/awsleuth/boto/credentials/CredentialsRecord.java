package awsleuth.boto.credentials;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.None;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a batch.
 *
 * @param id as it came; {@code None} where there is none
 * @param environment the variables
 * @param arguments what {@code boto3.Session} is given
 * @param outside the files and the server
 */
record CredentialsRecord(
    PyValue id, Map<String, String> environment, Arguments arguments, ScriptedOutside outside) {

  private static final Dict EMPTY = new Dict(new LinkedHashMap<>());

  static CredentialsRecord of(Dict line, Placeholders places) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", places.home());
    dict(line, "env").entries().forEach((k, v) -> environment.put(text(k), places.fill(text(v))));
    Map<String, byte[]> files = new HashMap<>();
    dict(line, "files")
        .entries()
        .forEach((k, v) -> files.put(places.home() + "/" + text(k), bytes(v, places)));
    PyValue id = line.get("id");
    return new CredentialsRecord(
        id == null ? new None() : id,
        environment,
        arguments(dict(line, "session_kwargs")),
        new ScriptedOutside(files, dict(line, "http"), places));
  }

  private static byte[] bytes(PyValue content, Placeholders places) {
    return content instanceof Dict dict
        ? places.fill(text(dict.get("$latin1"))).getBytes(StandardCharsets.ISO_8859_1)
        : places.fill(text(content)).getBytes(StandardCharsets.UTF_8);
  }

  private static Arguments arguments(Dict given) {
    return new Arguments(
        Optional.ofNullable(value(given, "profile_name")),
        Optional.ofNullable(value(given, "region_name")),
        new Keys(
            value(given, "aws_access_key_id"),
            value(given, "aws_secret_access_key"),
            value(given, "aws_session_token"),
            value(given, "aws_account_id")));
  }

  private static Dict dict(Dict line, String name) {
    return line.get(name) instanceof Dict dict ? dict : EMPTY;
  }

  private static @Nullable String value(Dict dict, String name) {
    PyValue value = dict.get(name);
    return value == null || value instanceof None ? null : text(value);
  }

  private static String text(@Nullable PyValue value) {
    return value == null ? "" : PythonText.str(value);
  }
}
