#!/usr/bin/env bash
# Compares `framework-lsp lint` with two Markdown linters on the same files in one run and prints wall times and ratios.
# usage: compare.sh [DOCUMENTS]   (default 1000); needs the .NET SDK, node and npm. Everything it makes is in a temporary folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
documents=${1:-1000}
runs=3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet publish "$root/server" -c Release -o "$work/bin" -v q --nologo >/dev/null
dotnet run --project "$here" -c Release -- generate "$documents" "$work/docs" >/dev/null
mkdir "$work/npm" && (cd "$work/npm" && npm init -y >/dev/null && npm install --silent --no-audit --no-fund @rumdl/cli-linux-x64 markdownlint-cli2 >/dev/null)
rumdl=$(find "$work/npm/node_modules/@rumdl" -type f -name 'rumdl*' -perm -u+x | head -n 1)
[ -n "$rumdl" ] || { rumdl=$(find "$work/npm/node_modules/@rumdl" -type f -name rumdl | head -n 1); chmod +x "$rumdl"; }

# Prints the best of the runs in milliseconds; findings (a non-zero exit code) are no failure here.
best() {
  local best=
  for _ in $(seq "$runs"); do
    local start end
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    end=$(date +%s%N)
    local ms=$(((end - start) / 1000000))
    if [ -z "$best" ] || [ "$ms" -lt "$best" ]; then best=$ms; fi
  done
  echo "$best"
}

cd "$work/docs"
ours=$(best "$work/bin/framework-lsp" lint . --format jsonl)
rust=$(best "$rumdl" check --no-cache .)
node=$(best node "$work/npm/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs" "**/*.md")
printf '%s documents, %s KB, best of %s runs, %s cores\n' "$documents" "$(du -sk . | cut -f1)" "$runs" "$(nproc)"
printf '| %-18s | %8s | %8s |\n' linter ms ratio
printf '| %-18s | %8s | %8s |\n' framework-lsp "$ours" 1.0
for row in "rumdl:$rust" "markdownlint-cli2:$node"; do
  printf '| %-18s | %8s | %8s |\n' "${row%%:*}" "${row##*:}" "$(awk -v a="${row##*:}" -v b="$ours" 'BEGIN { printf "%.1f", a / b }')"
done
