-- One editing session: wait for the diagnostic, read a hover, accept a completion, apply a quick fix, save, leave.
local editor = dofile(vim.env.E2E_SCRIPTS .. '/editor.lua')
local plan = 'artifacts/plans/implementation-plan.md'
local rule = 'FW201'

local function findings(buffer)
  return vim.tbl_filter(function(item)
    return item.source == 'framework-lsp' and item.user_data.lsp.code == rule
  end, vim.diagnostic.get(buffer))
end

editor.run('session', function()
  local buffer, client = editor.open(plan)

  -- The diagnostic.
  editor.await('the diagnostic', function() return #findings(buffer) == 1 end)
  local finding = findings(buffer)[1]
  editor.expect(finding.lnum == 2, 'the diagnostic stands on line ' .. finding.lnum + 1)
  editor.expect(finding.severity == vim.diagnostic.severity.ERROR, 'the diagnostic is no error')
  editor.say('diagnostic:', finding.message)

  -- The hover.
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  local hover = editor.ask(buffer, client, 'textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))
  editor.expect(hover and hover.contents.value:find(rule, 1, true), 'the hover does not explain the finding')
  editor.expect(hover.contents.value:find('maturity level', 1, true), 'the hover does not explain the level')
  editor.say('hover:', vim.split(hover.contents.value, '\n')[1])

  -- The completion, accepted into the last row of the matrix.
  local last = vim.api.nvim_buf_line_count(buffer)
  vim.api.nvim_buf_set_lines(buffer, last - 1, last, false, { '| FR' })
  vim.api.nvim_win_set_cursor(0, { last, 3 })
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.position.character = 4
  local completion
  editor.await('the completion', function()
    completion = editor.ask(buffer, client, 'textDocument/completion', params)
    return completion and #completion.items > 0
  end)
  local labels = vim.tbl_map(function(item) return item.label end, completion.items)
  editor.expect(vim.deep_equal(labels, { 'FR-002', 'FR-002 (row)' }), 'completion offers ' .. vim.inspect(labels))
  vim.lsp.util.apply_text_edits({ completion.items[1].textEdit }, buffer, client.offset_encoding)
  editor.expect(vim.api.nvim_buf_get_lines(buffer, last - 1, last, false)[1] == '| FR-002', 'the completion was not inserted')
  editor.say('completion:', labels[1], completion.items[1].detail)

  -- The quick fix, as a user applies it.
  local menu = editor.choose_first()
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  vim.lsp.buf.code_action()
  editor.await('the quick fix', function()
    return vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1] == '- **Maturity Level**: 2 - Development'
  end)
  editor.await('the diagnostic to go', function() return #findings(buffer) == 0 end)
  editor.say('quick fix:', table.concat(menu.offered or {}, ' | '))

  vim.cmd('silent write')
  editor.expect(vim.fn.readfile(editor.project .. '/' .. plan)[3] == '- **Maturity Level**: 2 - Development', 'the file was not saved')
  editor.stop(client)
end)
