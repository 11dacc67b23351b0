#!/usr/bin/env bash
# Edits a delivery in a real Neovim with the language server attached: session.lua in a plan, delivery.lua from the intake to the plan.
#   run.sh COMMAND [ARGUMENT...]   the command that starts the server, for example: framework-lsp serve
# Exit status: 0 passed, 1 failed, 77 skipped because there is no Neovim (with CI=true that is a failure).
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: run.sh COMMAND [ARGUMENT...]" >&2
  exit 2
fi

if ! command -v nvim >/dev/null; then
  echo "SKIPPED: Neovim is not installed (apt-get install neovim)."
  [ "${CI:-}" = true ] && exit 1
  exit 77
fi

here=$(cd "$(dirname "$0")" && pwd)
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT

# A project of its own for every script, since each changes it.
lay() {
  cd "$here"
  rm -rf "${project:?}"/*
  mkdir -p "$project/home" "$project/artifacts/plans" "$project/artifacts/requirements"
  cp "$here/../project/intake.md" "$project/artifacts/requirements/intake.md"
  cp "$here/../project/plan.md" "$project/artifacts/plans/implementation-plan.md"
}

# Nothing of the user's own configuration takes part.
export HOME="$project/home" XDG_CONFIG_HOME="$project/home/config" XDG_DATA_HOME="$project/home/data" \
  XDG_STATE_HOME="$project/home/state" XDG_CACHE_HOME="$project/home/cache"
export E2E_PROJECT="$project" E2E_SCRIPTS="$here" PATH="$project/bin:$PATH"

status=0
for script in session delivery; do
  lay

  # What the README says, with the server under its usual name.
  "$here/../readme.sh" lua "$project" "$@" > "$project/home/readme.lua"
  cd "$project"
  timeout 120 nvim --headless -n -i NONE -u "$here/$script.lua" || status=1
done
exit $status
