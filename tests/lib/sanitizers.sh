# sanitizers.sh - what a sanitizer finds ends the program with status 99, which no
# expected status is.
export ASAN_OPTIONS=exitcode=99:detect_leaks=1:${ASAN_OPTIONS:-}
export UBSAN_OPTIONS=halt_on_error=1:exitcode=99:print_stacktrace=1:${UBSAN_OPTIONS:-}
