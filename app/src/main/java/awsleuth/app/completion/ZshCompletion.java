package awsleuth.app.completion;

import awsleuth.app.completion.Completable.Option;
import awsleuth.app.completion.Completable.Values;
import java.util.List;

/** The script for zsh. */
final class ZshCompletion {

  private static final String SCRIPT =
      """
      #compdef awsleuth
      (( $+functions[compdef] )) || { autoload -U compinit && compinit }

      _awsleuth() {
        local -a commands
        commands=(
      @COMMANDS@
          'help:Shows the help of awsleuth or of a command.'
        )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe -t commands command commands
          _files
          return
        fi
        case $words[2] in
      @CASES@
          help) _describe -t commands command commands ;;
          *) _awsleuth_diagnose ;;
        esac
      }

      _awsleuth_folder() {
        _alternative "words:word:($*)" 'folders:folder:_files -/'
      }

      _awsleuth_operations() {
        local -a operations
        operations=(${(f)"$(awsleuth completion zsh "$line[1]" 2>/dev/null)"})
        compadd -a operations
      }

      @FUNCTIONS@
      if [ "$funcstack[1]" = _awsleuth ]; then _awsleuth "$@"; else compdef _awsleuth awsleuth; fi
      """;

  private ZshCompletion() {}

  static String script(List<Completable> commands) {
    StringBuilder names = new StringBuilder();
    StringBuilder cases = new StringBuilder();
    StringBuilder functions = new StringBuilder();
    for (Completable c : commands) {
      names.append("    '%s:%s'\n".formatted(c.name(), quoted(c.description())));
      cases.append(
          "    %s) shift words; (( CURRENT-- )); _awsleuth_%s ;;\n".formatted(c.name(), c.name()));
      functions.append("_awsleuth_%s() {\n  _arguments -s".formatted(c.name()));
      for (Option o : c.options()) {
        functions.append(" \\\n    ").append(option(o));
      }
      String many = c.argument().place() == Completable.Place.FILE ? "*" : "1";
      functions.append(" \\\n    '%s:%s'".formatted(many, values(c.argument())));
      functions.append(c.operations() ? " \\\n    '2:operation:_awsleuth_operations'" : "");
      functions.append("\n}\n");
    }
    return SCRIPT
        .replace("@COMMANDS@\n", names)
        .replace("@CASES@\n", cases)
        .replace("@FUNCTIONS@", functions);
  }

  private static String option(Option o) {
    String name = o.name().replace(":", "\\:");
    String text = quoted(o.description()).replace("[", "\\[").replace("]", "\\]");
    boolean flag = o.values().place() == Completable.Place.NOTHING;
    return flag
        ? "'%s[%s]'".formatted(name, text)
        : "'*%s=[%s]:%s'".formatted(name, text, values(o.values()));
  }

  private static String values(Values values) {
    String words = String.join(" ", values.words());
    return switch (values.place()) {
      case NOTHING -> "";
      case WORD -> "word:(" + words + ")";
      case FILE -> "file:_files";
      case FOLDER -> "folder: _awsleuth_folder " + words;
    };
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''").replace(":", "\\:").replace("`", "");
  }
}
