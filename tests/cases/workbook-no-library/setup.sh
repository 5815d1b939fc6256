# A file of that name which is no library is found first, whatever its version.
mkdir lib
for version in 4 5 6; do
    echo none >"lib/libzip.so.$version"
done
printf 'PK\003\004' >sheet.xlsx
