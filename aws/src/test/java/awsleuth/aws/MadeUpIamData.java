package awsleuth.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A package of IAM data with two services, one of them with everything that there can be. */
record MadeUpIamData(Map<String, String> files) implements IamPackWriter.PackageFiles {

  static MadeUpIamData newest() {
    return new MadeUpIamData(
        Map.of(
            "package.json",
            "{\"version\": \"2.0.1\", \"updatedAt\": \"2026-01-02T03:04:05Z\"}",
            "LICENSE.txt",
            "A licence",
            "data/serviceNames.json",
            "{\"tea\": \"Amazon Tea\", \"bare\": \"AWS Bare\"}",
            "data/rcpSupportedServices.json",
            "[\"tea\"]",
            "data/actions/tea.json",
            """
            {"pour": {"name": "Pour", "accessLevel": "Write", "conditionKeys": ["tea:Kind", "aws:TagKeys"],
              "resourceTypes": [
                {"name": "pot", "required": false, "conditionKeys": ["tea:Size"]},
                {"name": "cup", "required": false, "conditionKeys": []},
                {"name": "pot", "required": true, "conditionKeys": ["tea:Heat"]}]},
             "brew": {"name": "Brew", "accessLevel": "List", "conditionKeys": [], "resourceTypes": []}}
            """,
            "data/resourceTypes/tea.json",
            """
            {"pot": {"key": "pot", "arn": "arn:${Partition}:tea:::${Pot}, arn:${Partition}:tea:::old/${Pot}",
              "conditionKeys": ["tea:Kind"]},
             "cup": {"key": "cup", "arn": "arn:${Partition}:tea:::${Pot}/${Cup}"}}
            """,
            "data/conditionKeys/tea.json",
            """
            {"a": {"key": "tea:Size", "type": "Numeric"}, "b": {"key": "tea:Kind", "type": "ArrayOfString"},
             "c": {"key": "tea:Heat", "type": "Heat"}, "d": {"key": "milk.example:sub", "type": "String"},
             "e": {"key": "aws:TagKeys", "type": "ArrayOfString"}}
            """));
  }

  static MadeUpIamData older() {
    return new MadeUpIamData(
        Map.of(
            "package.json",
            "{\"version\": \"1.0.1\", \"updatedAt\": \"2025-01-02T03:04:05Z\"}",
            "data/actions/tea.json",
            """
            {"pour": {"name": "Pour", "isPermissionOnly": true, "dependentActions": ["iam:PassRole"],
              "resourceTypes": [{"name": "pot", "dependentActions": ["cup:Fill"]}]}}
            """));
  }

  @Override
  public byte[] read(String path) {
    return files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
  }
}
