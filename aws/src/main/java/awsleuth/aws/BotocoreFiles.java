package awsleuth.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The model files of a botocore data folder.
 *
 * <p>As <a href="https://github.com/boto/botocore/blob/develop/botocore/loaders.py">botocore's
 * loader</a> does it: a service is a folder, an API version a folder in it, a file may be gzipped,
 * and {@code .sdk-extras} files are merged into the file they belong to.
 */
record BotocoreFiles(BotocoreData data) {

  /** The client names, sorted. */
  List<String> services() {
    List<String> services = new ArrayList<>();
    for (String name : data.list("")) {
      if (!name.contains(".") && !versions(name).isEmpty()) {
        services.add(name);
      }
    }
    Collections.sort(services);
    return services;
  }

  /** The API versions of a service, oldest first. */
  List<String> versions(String service) {
    List<String> versions = new ArrayList<>();
    for (String version : data.list(service)) {
      List<String> files = data.list(service + "/" + version);
      if (files.contains("service-2.json.gz") || files.contains("service-2.json")) {
        versions.add(version);
      }
    }
    Collections.sort(versions);
    return versions;
  }

  /**
   * One model of the newest API version of a service, its extras merged; empty if there is none.
   *
   * @param kind the name of the file without its end, such as {@code service-2}
   */
  JsonTree model(String service, String kind) {
    List<String> versions = versions(service);
    if (versions.isEmpty()) {
      return JsonTree.EMPTY;
    }
    String path = service + "/" + versions.getLast() + "/" + kind;
    JsonTree model = json(path);
    JsonTree extras = json(path + ".sdk-extras");
    return extras.has("merge") ? model.merge(extras.tree("merge")) : model;
  }

  /** The file of that path, with {@code .json} or {@code .json.gz} at its end; empty if none. */
  JsonTree json(String path) {
    Optional<byte[]> plain = data.read(path + ".json");
    if (plain.isPresent()) {
      return JsonTree.read(plain.get());
    }
    Optional<byte[]> packed = data.read(path + ".json.gz");
    return packed.isPresent() ? JsonTree.read(unpack(path, packed.get())) : JsonTree.EMPTY;
  }

  private static byte[] unpack(String path, byte[] packed) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + path + ".json.gz", e);
    }
  }
}
