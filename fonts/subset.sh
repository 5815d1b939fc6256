#!/bin/sh
# Cuts the fallback faces out of the fonts that they come from; see README.md. usage:
# fonts/subset.sh DejaVuSans.ttf NotoEmoji_400Regular.ttf NotoSansHebrew-Regular.ttf \
#     NotoSansArabic-Regular.ttf NotoSansGeorgian-Regular.ttf NotoSansArmenian-Regular.ttf
set -eu
here=$(dirname "$0")

# Outlines only: a PDF shows them unhinted. ccmp makes one glyph of a sequence of emoji.
features=ccmp
cut() {
    source=$1 target=$2
    shift 2
    pyftsubset "$source" --output-file="$here/$target" --no-hinting --notdef-outline \
        --no-glyph-names --layout-features="$features" --drop-tables+=MATH,STAT,FFTM,vhea,vmtx \
        --name-IDs=0,1,2,3,4,5,6 --no-recalc-timestamp "$@"
}

# Punctuation, sub- and superscripts, currency, letterlike symbols and numerals; arrows;
# mathematics and technical signs; figures in circles, lines, blocks and shapes; symbols
# and dingbats; more arrows; and the sign for a character that no face has.
cut "$1" DejaVuSans-Symbols.ttf --unicodes="\
U+2010-2027,U+2030-205E,U+2070-208E,U+20A0-20BF,U+2100-2126,U+212A-212E,U+2150-2188,\
U+2190-21FF,U+2200-22AF,U+22C0-22CF,U+22EE-22F1,U+2300-230B,U+2318,U+23CE,U+2460-2469,U+2500-25FF,U+2600-2614,\
U+2618-2623,U+262E-262F,U+2639-2642,U+2660-266F,U+267A-267F,U+2690-26A1,U+26AA-26AB,\
U+2701-2767,U+2776-27AF,U+27B1-27BE,U+27F5-27FF,U+2B05-2B0D,U+FFFD"

# emoji.txt may be added to; a face of all of them has five times the size. Sequences go
# along whose parts are all there: for flags of parts of countries the tags, U+E0020-E007F.
cut "$2" NotoEmoji-Common.ttf --text-file="$here/emoji.txt"

# Letters and points of today's languages; the forms that letters take, and where their
# points stand.
features=ccmp,isol,init,medi,fina,rlig,liga,calt,mark,mkmk
cut "$3" NotoSansHebrew-Letters.ttf --unicodes="U+05B0-05BD,U+05BF,U+05C1-05C2,U+05C7,\
U+05D0-05EA,U+05F0-05F4,U+20AA"
cut "$4" NotoSansArabic-Letters.ttf --unicodes="U+060C,U+061B,U+061F,U+0621-063A,\
U+0640-0655,U+0660-066D,U+0670-0671,U+0679-067E,U+0686,U+0688,U+0691,U+0698,U+06A9,\
U+06AF,U+06BA,U+06BE,U+06C0-06C3,U+06C6,U+06CC-06CE,U+06D2-06D5,U+06F0-06F9"
cut "$5" NotoSansGeorgian-Letters.ttf --unicodes="U+10D0-10FF,U+1C90-1CBA,U+1CBD-1CBF,U+20BE"
cut "$6" NotoSansArmenian-Letters.ttf --unicodes="U+0531-0556,U+0559-058A,U+058F,U+FB13-FB17"
