-- From the intake to the plan: write the plan by a code action, rename a requirement everywhere, read what the lenses say.
local editor = dofile(vim.env.E2E_SCRIPTS .. '/editor.lua')
local intake = 'artifacts/requirements/intake.md'
local plan = 'artifacts/plans/implementation-plan.md'

local function text_of(file)
  local buffer = vim.fn.bufnr(editor.project .. '/' .. file)
  local lines = buffer > 0 and vim.api.nvim_buf_is_loaded(buffer) and vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
    or vim.fn.filereadable(editor.project .. '/' .. file) == 1 and vim.fn.readfile(editor.project .. '/' .. file)
    or {}
  return table.concat(lines, '\n')
end

local function count(file, word)
  local _, times = text_of(file):gsub(word, word)
  return times
end

editor.run('delivery', function()
  vim.fn.delete(editor.project .. '/' .. plan)
  local buffer, client = editor.open(intake)

  -- The plan, by code action on the title.
  local menu = editor.choose_first()
  vim.api.nvim_win_set_cursor(0, { 1, 3 })
  vim.lsp.buf.code_action({ only = { 'refactor.nextDocument' }, diagnostics = {} })
  editor.await('the plan', function() return text_of(plan):find('FR-002', 1, true) end)
  editor.expect(text_of(plan):find('# Implementation Plan: Lending Platform', 1, true), 'the plan has no title')
  editor.expect(text_of(plan):find('## Phase 4', 1, true), 'the plan has no phase for the workers')
  editor.say('code action:', table.concat(menu.offered or {}, ' | '))

  -- The plan is looked at, as the server asks for it, and saved.
  local _, same = editor.open(plan)
  editor.expect(same.id == client.id, 'the plan has a server of its own')
  vim.cmd('silent write')

  -- The rename, in both documents.
  vim.api.nvim_set_current_buf(buffer)
  local row = vim.fn.search('^| FR-002', 'nw')
  vim.api.nvim_win_set_cursor(0, { row, 4 })
  local before = count(plan, 'FR%-002')
  editor.expect(before > 1, 'the plan names FR-002 ' .. before .. ' times')
  vim.lsp.buf.rename('FR-009')
  editor.await('the rename', function() return count(intake, 'FR%-009') == 1 and count(plan, 'FR%-009') == before end)
  editor.expect(count(intake, 'FR%-002') == 0 and count(plan, 'FR%-002') == 0, 'FR-002 is still there')
  editor.say('rename:', before, 'places in the plan')

  -- The lenses of the intake.
  local lenses = {}
  editor.await('the lenses', function()
    lenses = {}
    for _, lens in ipairs(editor.ask(buffer, client, 'textDocument/codeLens', { textDocument = vim.lsp.util.make_text_document_params(buffer) }) or {}) do
      local resolved = lens.command and lens or editor.ask(buffer, client, 'codeLens/resolve', lens)
      table.insert(lenses, resolved.command.title)
    end
    return #lenses > 2
  end)
  editor.expect(table.concat(lenses, '\n'):find('plan', 1, true), 'no lens speaks of the plan: ' .. vim.inspect(lenses))
  editor.say('lenses:', table.concat(lenses, ' | '))
  editor.stop(client)
end)
