# Pages 3 and 4 of 4: their own numbers, and no way to what is left out.
lysark render layout.yaml -o deck.pdf --pages 3-4 --figures figures.csv -q
pdftotext -layout deck.pdf - | grep -o '[0-9] */ *4'
qpdf --qdf --object-streams=disable deck.pdf deck.qdf
echo "links: $(grep -ac '/Subtype /Link' deck.qdf)"
echo "bookmarks: $(grep -ac '/Title' deck.qdf)"
grep -ao '/St 3' deck.qdf
cut -d, -f1 figures.csv | sort -u
