package awsleuth.app.completion;

import awsleuth.app.completion.Completable.Option;
import awsleuth.app.completion.Completable.Values;
import java.util.List;
import java.util.stream.Collectors;

/** The script for bash. */
final class BashCompletion {

  /**
   * Words are taken from the line as typed, since bash splits them at colons and equals signs too;
   * what it has split off is left out of the replies again. Without a reply bash completes files.
   */
  private static final String SCRIPT =
      """
      _awsleuth() {
        local line=${COMP_LINE:0:COMP_POINT} command=diagnose before= words=
        local word=${line##*[[:space:]]} typed start= split i
        read -ra typed <<<"${line%"$word"}"
        case ${typed[1]-} in @COMMANDS_OR@) command=${typed[1]} ;; esac
        before=${typed[${#typed[@]}-1]}
        case $word in --*=*) before=${word%%=*} start=$before= ;; esac
        COMPREPLY=()
        case $command,$before in
      @VALUES@
          *)
            case $command,$word in
      @OPTIONS@
      @ARGUMENTS@
            esac
            if [ ${#typed[@]} = 1 ] && [ "${word#-}" = "$word" ]; then
              words="@COMMANDS@"
              local IFS=$'\n'
              COMPREPLY=($(compgen -f -- "$word"))
              compopt -o filenames 2>/dev/null
              IFS=$' \t\n'
            fi ;;
        esac
        COMPREPLY+=($(compgen -P "$start" -W "$words" -- "${word#"$start"}"))
        split=${word%"${word##*[$COMP_WORDBREAKS]}"}
        for i in "${!COMPREPLY[@]}"; do COMPREPLY[i]=${COMPREPLY[i]#"$split"}; done
      }
      complete -o bashdefault -o default -F _awsleuth awsleuth
      """;

  /** The words of a command behind whose first one an operation of that service comes. */
  private static final String OPERATIONS =
      """
              %s,*)
                words="%s"
                if [ ${#typed[@]} = 3 ] && [[ ${typed[2]} != -* ]]; then
                  words=$("${typed[0]}" completion bash "${typed[2]}" 2>/dev/null)
                fi ;;
      """;

  private BashCompletion() {}

  static String script(List<Completable> commands) {
    List<String> names = commands.stream().map(Completable::name).toList();
    StringBuilder values = new StringBuilder();
    StringBuilder options = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    for (Completable c : commands) {
      for (Option o : c.options()) {
        values.append(value(c.name() + "," + o.name(), o.values()));
      }
      String all = c.options().stream().map(Option::name).collect(Collectors.joining(" "));
      options.append("        %s,-*) words=\"%s\" ;;\n".formatted(c.name(), all));
      if (!c.argument().words().isEmpty()) {
        String words = String.join(" ", c.argument().words());
        String line = c.operations() ? OPERATIONS : "        %s,*) words=\"%s\" ;;\n";
        arguments.append(line.formatted(c.name(), words));
      }
    }
    arguments.append("        help,*) words=\"%s\" ;;\n".formatted(String.join(" ", names)));
    return SCRIPT
        .replace("@COMMANDS_OR@", String.join("|", names) + "|help")
        .replace("@COMMANDS@", String.join(" ", names) + " help")
        .replace("@VALUES@\n", values)
        .replace("@OPTIONS@\n", options)
        .replace("@ARGUMENTS@\n", arguments);
  }

  private static String value(String when, Values values) {
    String words = String.join(" ", values.words());
    return switch (values.place()) {
      case NOTHING -> "";
      case WORD -> "    %s) words=\"%s\" ;;\n".formatted(when, words);
      case FILE -> "    %s) ;;\n".formatted(when);
      case FOLDER ->
          "    %s) words=\"%s $(compgen -d -- \"${word#*=}\")\" ;;\n".formatted(when, words);
    };
  }
}
