#!/usr/bin/env bash
# Brings the free texts that ../shared/data/language lacks, in its form (FOLDER/<source>/<tag>.txt), for TrainModel.
# Needs apt-get (Debian's packages), dpkg-deb, unzip, perl, and Debian's gettext and tesseract-ocr to unpack.
#   browser/  user interface of Firefox ESR, MPL-2.0: its own packages firefox-esr-l10n-*
#   office/   user interface of LibreOffice, MPL-2.0: its own packages libreoffice-l10n-*
#   words/    word lists of tesseract-ocr-* (Apache-2.0), shuffled into lines, for languages we only need to tell apart
#   made/     Haitian Creole: words of tesseract-ocr-hat (Apache-2.0), set between function words written here
#   sms/      ordinary English texts of the UCI SMS Spam Collection (CC BY 4.0), from ../shared/data/risk
# Usage: fetch-free-texts.sh FOLDER [SHARED_DATA]
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
shared=$(cd "${2:-../shared/data}" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

browser="ar bg bn en-gb es-es es-mx fa fr hi-in hu id ja km ko my ne-np pa-in pl pt-br pt-pt ro ru sq ta th tl tr uk ur vi
zh-cn zh-tw de it nl sv-se da nb-no nn-no fi cs sk sl hr bs sr et lv lt ca gl ms af az uz xh be mk kk tg mr skr
ach an ast br cak cy dsb eo eu ff fur fy-nl ga-ie gd gn hsb ia is kab lij oc rm sc sco son szl trs"
office="en-gb es fr pt pt-br ro pl hu tr vi id uk ru bg ar fa hi bn pa-in ta th ko ja zh-cn de it nl sv da nb cs sk sl hr et lv lt ca gl af kmr om rw zu st nso tn ss ts ve nr xh ug mn dz eo cy br ga eu is oc uz kk mk be sr mr ne si as km am"
words="jav sun mri ton que ltz cos fao lat mlt tat kir mon uzb-cyrl snd uig san asm hat"

cd "$work"
apt-get download -q $(printf 'firefox-esr-l10n-%s ' $browser) $(printf 'libreoffice-l10n-%s ' $office) \
  $(printf 'tesseract-ocr-%s ' $words) > /dev/null
mkdir -p "$out"/browser "$out"/office "$out"/words "$out"/made "$out"/sms
for tag in $office; do
  dpkg-deb -x libreoffice-l10n-"$tag"_*.deb "office-$tag"
  for mo in $(find "office-$tag" -name '*.mo' | sort); do msgunfmt --no-wrap "$mo"; done | perl -CSD -ne '
    if (/^msgid "(.*)"/) { $id = $1 } elsif (/^msgstr(?:\[\d\])? "(.*)"/) {
      my $t = $1; next if $t eq $id;
      $t =~ s/%[A-Z0-9_()]+|\$\([^)]*\)|<[^>]*>|\\n|\\"|[~_]|LibreOffice|%PRODUCTNAME/ /g; $t =~ s/\s+/ /g;
      print "$t\n" if $t =~ /\pL.*\pL.*\pL/ && !$seen{$t}++
    }' > "$out/office/$tag.txt"
done
for tag in $words; do
  dpkg-deb -x tesseract-ocr-"$tag"_*.deb "words-$tag"
  combine_tessdata -u "$(find "words-$tag" -name "${tag/-/_}.traineddata")" "$tag." > /dev/null 2>&1
  dawg2wordlist "$tag.lstm-unicharset" "$tag.lstm-word-dawg" "$tag.words" > /dev/null 2>&1
  perl -CSD -e 'srand 20261124; my @w = grep { /^\p{Ll}{1,15}$/ || /^[\p{Lo}\pM]{2,16}$/ } map { chomp; $_ } <>;
    while (@w && $lines++ < 9000) { print join(" ", map { $w[rand @w] } 1 .. 6), "\n" }' "$tag.words" > "$out/words/$tag.txt"
done
for tag in $browser; do
  dpkg-deb -x firefox-esr-l10n-"$tag"_*.deb "$tag"
  unzip -qq -p "$tag"/usr/lib/firefox-esr/browser/extensions/*.xpi '*.ftl' '*.properties' > "$tag.raw"
done
# the English original, so that what a translator left alone is not learned as the translation
for tag in en-gb $browser; do
  perl -CSD -e '
    my ($tag, $raw, $english) = @ARGV;
    my %known;
    if ($tag !~ /^en/) { open my $e, "<", $english or die; while (<$e>) { chomp; $known{$_} = 1 } }
    open my $in, "<", $raw or die;
    my %seen;
    while (my $line = <$in>) {
      chomp $line;
      next if $line =~ /^\s*[#\[*.}]?\s*$/ || $line =~ /^#/ || $line =~ /^\s*\*?\[/;
      $line =~ s/^\s*[-.]?[A-Za-z][\w.-]*\s*=\s*// or $line =~ s/^\s+//;
      next if $line =~ /[{}=<>]\s*$|^\s*[{}]|->/;
      $line =~ s/\{[^}]*\}|<[^>]*>|%\d*\$?\w|&\w+;|\\u[0-9a-f]{4}|\\n|https?:\S+|\b(?:Firefox|Mozilla|DevTools|JavaScript|CSS|HTML|URL|JSON|HTTPS?|DNS|DOM|SVG|PDF)\b/ /gi;
      $line =~ s/\s+/ /g; $line =~ s/^ | $//g;
      next if $seen{$line}++ || $known{$line} || $line !~ /\pL.*\pL.*\pL/ || $line =~ /^[\w.-]+$/a;
      print "$line\n";
    }' "$tag" "$tag.raw" "$out/browser/en-gb.txt" > "$out/browser/$tag.new"
  mv "$out/browser/$tag.new" "$out/browser/$tag.txt"
done

rm "$out/words/hat.txt"
# a word list knows no frequencies: words of English, French or Spanish are left out, function words come back in between
cat "$shared"/language/commonvoice/{en,fr,es}.txt "$shared"/language/tico19/{en,fr,es}.tsv | tr -cs '[:alpha:]\200-\377' '\n' | tr A-Z a-z | sort -u > foreign
grep -E '^[a-zèéòô'"'"'-]{3,14}$' hat.words | sort -u | comm -23 - foreign > creole
perl -CSD -e '
  srand 20261124; my ($words, $functions) = @ARGV;
  open my $w, "<", $words or die; chomp(my @w = <$w>);
  my @f; open my $f, "<", $functions or die;
  while (<$f>) { my ($word, $n) = split; push @f, ($word) x $n }
  for (1 .. 6000) {
    my @s;
    for (1 .. 3 + int rand 6) { push @s, $f[rand @f]; push @s, $f[rand @f] if rand() < 0.5; push @s, $w[rand @w] }
    print join(" ", @s), "\n";
  }' creole "$here/haitian-function-words.txt" > "$out/made/ht.txt"

grep -P '^ham\t' "$shared/risk/SMSSpamCollection.tsv" | cut -f2- > "$out/sms/en.txt"
wc -lc "$out"/*/*.txt | tail -1
