#!/usr/bin/env bash
# Tries the HTML papers with an HTML validator (vnu, needs java) and with axe. Needs node and the
# network for its packages; skips loudly where node is missing.
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
