# SPDX-License-Identifier: Apache-2.0
# Completion for bash: source this file, or put it into /usr/share/bash-completion/completions/alongside.
_alongside() {
  local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]}
  case "$verb" in
    serve) COMPREPLY=($(compgen -W "--data --database --own --address --port --help" -- "$word")) ;;
    import) COMPREPLY=($(compgen -W "--data --database --errors --clinic --help" -- "$word") $(compgen -d -- "$word")) ;;
    example) COMPREPLY=($(compgen -W "--data --database --from --seed --help" -- "$word")) ;;
    backup) COMPREPLY=($(compgen -W "--data --into --help" -- "$word")) ;;
    restore) COMPREPLY=($(compgen -W "--data --help" -- "$word") $(compgen -d -- "$word")) ;;
    verify) COMPREPLY=($(compgen -W "--data --database --earlier --help" -- "$word")) ;;
    prepare) COMPREPLY=($(compgen -W "--database --role --help" -- "$word")) ;;
    history) COMPREPLY=($(compgen -W "verify head --data --database --earlier --help" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "serve import example backup restore verify history prepare settings --help --version" -- "$word")) ;;
  esac
}
complete -F _alongside alongside
