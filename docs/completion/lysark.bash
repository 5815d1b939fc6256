# Completion of lysark for bash. Commands and options come from --help, so that they are
# those of the program that is installed.
_lysark_help() { # WHAT [COMMAND]: the commands, the options of one, or what --as takes
    LC_ALL=C lysark ${2:+"$2"} --help 2>/dev/null | case $1 in
    commands) sed -n '/^commands$/,/^$/s/^  \([a-z]*\) .*/\1/p' ;;
    forms) sed -n '/^  --as /{s/^  --as \([^ ]*\).*/\1/;s/|/ /g;p}' ;;
    options) sed -n '/^options$/,$s/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p' ;;
    esac
}

_lysark() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]}
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ] && [[ $word != -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_lysark_help commands)" -- "$word")
    elif [[ $word == -* ]]; then
        [[ $command == -* ]] && command=
        mapfile -t COMPREPLY < <(compgen -W "$(_lysark_help options "$command")" -- "$word")
    elif [ "$before" = --language ]; then
        mapfile -t COMPREPLY < <(compgen -W "nb nn en" -- "$word")
    elif [ "$before" = --as ]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_lysark_help forms "$command")" -- "$word")
    elif [ "$before" = --unit ] || [ "$before" = --set ]; then
        return
    elif [ "$command" = schema ]; then
        mapfile -t COMPREPLY < <(compgen -W "layout description theme" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _lysark lysark
