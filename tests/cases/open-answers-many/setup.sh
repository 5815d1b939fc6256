# 60,000 different open answers, of which the deck shows a page.
awk 'BEGIN {
    print "Kommune;Gruppe;Kommunen svarer raskt;Hva er viktigst?"
    for (i = 0; i < 60000; i++)
        printf "Nordvik;%s;%s;Svar nummer %d om vei og vann\n", i % 2 ? "Næringsliv" : "Politiker", i % 3 ? "Helt enig" : "Delvis enig", i
}' >export.csv
