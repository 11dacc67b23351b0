#!/usr/bin/env bash
# Edits a plan in a real Emacs, with eglot attached to the language server.
#   run.sh COMMAND [ARGUMENT...]   the command that starts the server, for example: framework-lsp serve
# Exit status: 0 passed, 1 failed, 77 skipped because there is no Emacs with eglot (with CI=true that is a failure).
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: run.sh COMMAND [ARGUMENT...]" >&2
  exit 2
fi

if ! command -v emacs >/dev/null || ! emacs --batch --eval "(progn (package-initialize) (require 'eglot))" >/dev/null 2>&1; then
  echo "SKIPPED: Emacs with eglot is not installed (apt-get install emacs-nox elpa-eglot)."
  [ "${CI:-}" = true ] && exit 1
  exit 77
fi

here=$(cd "$(dirname "$0")" && pwd)
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
mkdir -p "$project/home" "$project/artifacts/plans" "$project/artifacts/requirements"
cp "$here/../project/intake.md" "$project/artifacts/requirements/intake.md"
cp "$here/../project/plan.md" "$project/artifacts/plans/implementation-plan.md"

# Nothing of the user's own configuration takes part.
export HOME="$project/home" XDG_CONFIG_HOME="$project/home/config" XDG_DATA_HOME="$project/home/data" \
  XDG_STATE_HOME="$project/home/state" XDG_CACHE_HOME="$project/home/cache"
export E2E_PROJECT="$project"

# What the README says, with the server under its usual name.
"$here/../readme.sh" elisp "$project" "$@" > "$project/home/readme.el"
export PATH="$project/bin:$PATH"

status=0
timeout 120 emacs --batch -l "$here/session.el" 2>&1 || status=1
exit $status
