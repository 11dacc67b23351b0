#!/usr/bin/env bash
# Prints the first block of a language in the README, and puts the command under its usual name into FOLDER/bin.
#   readme.sh LANGUAGE FOLDER COMMAND [ARGUMENT...]
set -euo pipefail
language=$1 folder=$2
shift 2
mkdir -p "$folder/bin"
printf '#!/bin/sh\nexec' > "$folder/bin/framework-lsp"
printf " '%s'" "$@" >> "$folder/bin/framework-lsp"
printf '\n' >> "$folder/bin/framework-lsp"
chmod +x "$folder/bin/framework-lsp"
awk -v start='```'"$language" '$0 == start { inside = 1; next } $0 == "```" { if (inside) exit } inside' "$(dirname "$0")/../../README.md"
