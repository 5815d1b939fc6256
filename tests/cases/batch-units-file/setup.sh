# Misspelt behind blanks, and in another encoding; and a folder, which is no list.
printf '\xef\xbb\xbfNordvik\r\n  Nordvig\r\n' >unknown
printf 'S\xf8rvik\n' >latin-1
mkdir Sørvik
