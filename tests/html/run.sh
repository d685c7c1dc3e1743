#!/usr/bin/env bash
# Tries the HTML papers with an HTML validator (vnu, needs java), with axe, and on a phone (chromium: no
# page is wider than 375 pixels). Needs node and the network for its packages; skips loudly what is
# missing.
#   tests/html/run.sh [FILE.html …]     without files: the goldens
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v node > /dev/null || { echo "SKIPPED: node is not here" >&2; exit 0; }
tools=${PLANERKA_HTML_TOOLS:-$here/../../target/html-tools}
mkdir -p "$tools"
if [ ! -d "$tools/node_modules/axe-core" ]; then
    (cd "$tools" && npm install --silent --no-save axe-core@4 jsdom@26 vnu-jar@24)
fi
files=("$@")
[ ${#files[@]} -gt 0 ] || files=("$here"/../papers/golden/*.html)
if command -v java > /dev/null; then
    java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" "${files[@]}"
else
    echo "SKIPPED: java is not here, so vnu is not asked" >&2
fi
NODE_PATH=$tools/node_modules node "$here/axe.cjs" "${files[@]}"
if command -v chromium > /dev/null; then
    frame=$(mktemp --suffix .html)
    trap 'rm -f "$frame"' EXIT
    for file in "${files[@]}"; do
        printf '<body><iframe width="375" height="800" src="file://%s" onload="%s"></iframe>' \
            "$(realpath "$file")" \
            'document.body.dataset.width = this.contentDocument.documentElement.scrollWidth' > "$frame"
        width=$(timeout 60 chromium --headless --no-sandbox --disable-gpu \
            --allow-file-access-from-files --virtual-time-budget=2000 --dump-dom "file://$frame" \
            2> /dev/null | grep -o 'data-width="[0-9]*"' | tr -dc 0-9)
        [ "${width:-1000}" -le 375 ] || { echo "$file: $width pixels wide on a phone" >&2; exit 1; }
    done
    echo "${#files[@]} files fit a phone"
else
    echo "SKIPPED: chromium is not here, so no phone is tried" >&2
fi
