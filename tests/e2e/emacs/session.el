;;; session.el --- One editing session in Emacs -*- lexical-binding: t -*-
;; Wait for the diagnostic, read a hover, accept a completion, apply a quick fix, save, leave.  For eglot 1.9 and newer.
(setq make-backup-files nil auto-save-default nil create-lockfiles nil
      eglot-autoshutdown t eglot-sync-connect 30 eglot-confirm-server-initiated-edits nil)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'project)

(defconst e2e-rule "FW201")

(defun e2e-await (what done)
  "Wait until the function DONE answers something; WHAT says what for."
  (let ((end (+ (float-time) 30)) answer)
    (while (not (setq answer (funcall done)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    answer))

(defun e2e-expect (condition what &rest arguments)
  "Fail with the text WHAT, filled with ARGUMENTS, unless CONDITION holds."
  (unless condition (apply #'error what arguments)))

(defun e2e-findings ()
  "The diagnostics of the rule in this buffer."
  (seq-filter (lambda (item) (string-match-p e2e-rule (flymake-diagnostic-text item))) (flymake-diagnostics)))

(defun e2e-session ()
  "The session."
  (let ((root (getenv "E2E_PROJECT")))
    ;; The folder is the project, as with a configuration file or a repository at its root.
    (add-hook 'project-find-functions (lambda (_) (cons 'transient root)))
    (find-file (expand-file-name "artifacts/plans/implementation-plan.md" root))
    (unless (fboundp 'markdown-mode) (define-derived-mode markdown-mode text-mode "Markdown"))
    (markdown-mode)
    ;; What the README tells users to put into their configuration.
    (load (expand-file-name "readme.el" (getenv "HOME")) nil t)
    (apply #'eglot (eglot--guess-contact))
    (e2e-await "the connection" (lambda () eglot--managed-mode))

    ;; The diagnostic.
    (flymake-start)
    (e2e-await "the diagnostic" #'e2e-findings)
    (let ((finding (car (e2e-findings))))
      (e2e-expect (= 3 (line-number-at-pos (flymake-diagnostic-beg finding))) "The diagnostic stands on another line")
      (e2e-expect (eq (flymake-diagnostic-type finding) 'eglot-error) "The diagnostic is no error: %s" (flymake-diagnostic-type finding))
      (message "diagnostic: %s" (flymake-diagnostic-text finding))

      ;; The hover.
      (goto-char (flymake-diagnostic-beg finding))
      (let* ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
             (text (plist-get (plist-get answer :contents) :value)))
        (e2e-expect (and text (string-match-p e2e-rule text)) "The hover does not explain the finding: %s" text)
        (e2e-expect (string-match-p "maturity level" text) "The hover does not explain the level: %s" text)
        (message "hover: %s" (car (split-string text "\n"))))

      ;; The completion, accepted into the last row of the matrix as a user does.
      (goto-char (point-max))
      (skip-chars-backward "\n")
      (insert " FR")
      (e2e-await "the completion" (lambda () (completion-at-point) (looking-back "| FR-002" (line-beginning-position))))
      (message "completion: %s" (buffer-substring (line-beginning-position) (point)))

      ;; The quick fix, as a user applies it.
      (goto-char (flymake-diagnostic-beg finding))
      (let* ((actions (append (eglot-code-actions (point) (flymake-diagnostic-end finding) "quickfix") nil))
             (action (car actions)))
        (e2e-expect action "No quick fix is offered")
        (message "quick fix: %s" (mapconcat (lambda (item) (plist-get item :title)) actions " | "))
        (eglot--apply-workspace-edit
         (or (plist-get action :edit) (plist-get (jsonrpc-request (eglot-current-server) :codeAction/resolve action) :edit)))))
    (e2e-await "the quick fix"
               (lambda () (save-excursion (goto-char (point-min)) (search-forward "**Maturity Level**: 2 - Development" nil t))))
    ;; Saving tells the server what changed at once; without a user there is no idle moment for it.
    (save-buffer)
    (e2e-await "the diagnostic to go" (lambda () (flymake-start) (null (e2e-findings))))
    (let ((server (eglot-current-server)))
      (eglot-shutdown server)
      (e2e-await "the server to end" (lambda () (not (jsonrpc-running-p server)))))))

(condition-case problem
    (progn (e2e-session) (message "PASSED"))
  (error (message "FAILED: %s" (error-message-string problem)) (kill-emacs 1)))
