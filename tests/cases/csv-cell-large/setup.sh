# One answer of 10 MB among short ones.
awk 'BEGIN {
    print "Kommune;Gruppe;Kommunen svarer raskt;Hva er viktigst?"
    for (i = 0; i < 24; i++) {
        printf "Nordvik;Næringsliv;%s;", i % 3 ? "Helt enig" : "Delvis enig"
        if (i == 7) {
            word = "lang "
            while (length(word) < 10485760) word = word word
            print substr(word, 1, 10485760)
        } else {
            print "Svar nummer " i
        }
    }
}' >export.csv
