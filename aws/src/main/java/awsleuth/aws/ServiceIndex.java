package awsleuth.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Look-ups across services: the pack's, and what an installed botocore has more or less. */
record ServiceIndex(Pack pack, Newcomers newcomers, boolean isInstalled) {

  List<String> servicesWithOperation(String operation) {
    List<String> indexed = List.of();
    List<String> line = operationLine(operation);
    for (int i = 0; i < line.size(); i += 2) {
      if (line.get(i).equals(operation)) {
        indexed = Fields.words(line.get(i + 1));
      }
    }
    return present(indexed, s -> s.operation(operation).isPresent());
  }

  private List<String> operationLine(String name) {
    String folded = OperationNames.fold(name);
    return folded.isEmpty() ? List.of() : pack.table(Pack.Table.OPERATIONS).find(folded);
  }

  Optional<String> operationName(String anyForm) {
    List<String> line = operationLine(anyForm);
    char separator = anyForm.indexOf('_') >= 0 ? '_' : '-';
    boolean separated = anyForm.indexOf(separator) >= 0;
    List<String> fitting = new ArrayList<>();
    for (int i = 0; i < line.size(); i += 2) {
      String name = line.get(i);
      if (name.equals(anyForm)) {
        return Optional.of(name);
      }
      if (!separated || OperationNames.xform(name, separator).equals(anyForm)) {
        fitting.add(name);
      }
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  List<String> servicesWithErrorCode(String code) {
    List<String> indexed = list(Pack.Table.ERRORS, code);
    return present(indexed, s -> !s.errorsWithCode(code).isEmpty());
  }

  List<String> servicesWithIamPrefix(String prefix) {
    String lower = prefix.toLowerCase(Locale.ROOT);
    List<String> indexed = list(Pack.Table.ACTIONS, lower);
    return present(indexed, s -> IamActions.prefix(s.metadata()).equals(lower));
  }

  private List<String> present(List<String> indexed, Predicate<Service> fitting) {
    return isInstalled ? newcomers.with(indexed, fitting) : indexed;
  }

  Map<String, List<String>> waiterOperations(String waiter) {
    List<String> line = pack.table(Pack.Table.WAITERS).find(waiter);
    Map<String, List<String>> operations = new LinkedHashMap<>();
    for (int i = 1; i + 1 < line.size(); i += 2) {
      operations.put(line.get(i), Fields.words(line.get(i + 1)));
    }
    return operations;
  }

  /** The words of a line; empty where the table has no such key. */
  List<String> list(Pack.Table table, String key) {
    List<String> line = pack.table(table).find(key);
    return line.isEmpty() ? List.of() : Fields.words(line.get(1));
  }
}
