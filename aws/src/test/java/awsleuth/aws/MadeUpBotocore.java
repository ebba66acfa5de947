package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small botocore in memory; lists its folders forwards or backwards. */
record MadeUpBotocore(boolean backwards) implements BotocoreData {

  private static final Map<String, String> FILES = files();

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    files.put("s3/2006-03-01/service-2.json", model("s3", "2006-03-01"));
    files.put("teapot/2023-01-01/service-2.json", model("teapot", "2023-01-01"));
    files.put("teapot/2024-02-03/service-2.json", model("teapot", "2024-02-03"));
    files.put(
        "teapot/2024-02-03/service-2.sdk-extras.json",
        """
        {"merge": {"shapes": {"BrewInput": {"members": {"Extra": {"shape": "Text"}}}}}}
        """);
    files.put(
        "partitions.json",
        """
        {"partitions": [{"id": "xx", "outputs": {"dnsSuffix": "xx.example",
          "dualStackDnsSuffix": "api.xx.example"},
          "regions": {"xx-north-1": {}, "xx-south-1": {}, "xx-global": {}}}]}
        """);
    files.put(
        "endpoints.json",
        """
        {"partitions": [{"partition": "xx", "regions": {"xx-north-1": {}}, "services": {
          "teapots": {"endpoints": {"xx-north-1": {"hostname": "hot.xx-north-1.xx.example"}}}}}]}
        """);
    return files;
  }

  private static String model(String service, String version) {
    return """
    {"metadata": {"apiVersion": "VERSION", "endpointPrefix": "SERVICEs", "signingName": "tea",
      "protocol": "json", "serviceId": "SERVICE", "serviceFullName": "AWS SERVICE"},
     "documentation": "<p>Long.</p>",
     "operations": {"Brew": {"name": "Brew", "http": {"method": "POST", "requestUri": "/"},
       "input": {"shape": "BrewInput"}, "output": {"shape": "BrewOutput"},
       "errors": [{"shape": "Empty", "documentation": "none"}]}},
     "shapes": {
       "BrewInput": {"type": "structure", "required": ["documentation"],
         "members": {"documentation": {"shape": "Text", "documentation": "The leaves."}}},
       "BrewOutput": {"type": "structure", "members": {"Tea": {"shape": "Text"}}},
       "Empty": {"type": "structure", "members": {}, "exception": true,
         "error": {"code": "Teapot.Empty", "httpStatusCode": 418, "senderFault": true},
         "retryable": {"throttling": true}},
       "Text": {"type": "string", "max": 9, "documentation": "Words."}}}
    """
        .replace("SERVICE", service)
        .replace("VERSION", version);
  }

  @Override
  public String version() {
    return "9.9.9";
  }

  @Override
  public String label() {
    return "made up";
  }

  @Override
  public List<String> list(String folder) {
    TreeSet<String> names = new TreeSet<>();
    String start = folder.isEmpty() ? "" : folder + "/";
    for (String path : FILES.keySet()) {
      if (path.startsWith(start)) {
        String rest = path.substring(start.length());
        names.add(rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/')));
      }
    }
    List<String> list = new ArrayList<>(names);
    if (backwards) {
      Collections.reverse(list);
    }
    return list;
  }

  @Override
  public Optional<byte[]> read(String path) {
    String text = FILES.get(path);
    return text == null ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
