# Watches a copy of the layout while an editor breaks it by a rename and mends it.
until_true() { # COMMAND...: for ten seconds at most
    for _ in $(seq 200); do "$@" && return; sleep .05; done
    echo "never: $*"
}
said() { [ "$(grep -c "$1" log)" -ge "$2" ]; }

: >log
mkdir inner && sed 's|\.\./_tiny|../../_tiny|' layout.yaml >inner/layout.yaml
lysark render inner/layout.yaml -o inner/deck.pdf --watch 2>log &
pid=$!
until_true said pages 1
cp inner/deck.pdf first.pdf
sed 's/^slides:/slide:/' inner/layout.yaml >inner/next && mv inner/next inner/layout.yaml
until_true said 'unknown key "slide"' 1
cmp inner/deck.pdf first.pdf && echo "the last good file is there"
sed 's/^slide:/slides:/; s/title: .*/title: Ny tittel/' inner/layout.yaml >inner/next
mv inner/next inner/layout.yaml
until_true said pages 2
cmp -s inner/deck.pdf first.pdf || echo "there is a new one"
kill -INT $pid
wait $pid
echo "status $?"
