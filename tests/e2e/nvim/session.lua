-- One editing session: wait for the diagnostic, read a hover, accept a completion, apply a quick fix, save, leave.
-- Written for Neovim 0.7, which has no vim.lsp.start yet.
local project = vim.env.E2E_PROJECT
local plan = project .. '/artifacts/plans/implementation-plan.md'
local rule = 'FW201'

local function say(...) io.stdout:write(table.concat({ ... }, ' '), '\n') end

local function await(what, done)
  if not vim.wait(30000, done, 20) then error('waited in vain for ' .. what, 0) end
end

local function expect(condition, what)
  if not condition then error(what, 0) end
end

local function findings(buffer)
  return vim.tbl_filter(function(item)
    return item.source == 'framework-lsp' and item.user_data.lsp.code == rule
  end, vim.diagnostic.get(buffer))
end

local function ask(buffer, client, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000)
  expect(answers and answers[client], method .. ' was not answered')
  expect(not answers[client].err, method .. ': ' .. vim.inspect(answers[client].err))
  return answers[client].result
end

local function session()
  vim.o.swapfile = false
  vim.o.hidden = true
  -- What the README tells users to put into their configuration.
  vim.cmd('source ' .. vim.fn.fnameescape(vim.env.HOME .. '/readme.lua'))
  vim.cmd('edit ' .. vim.fn.fnameescape(plan))
  vim.bo.filetype = 'markdown'
  local buffer = vim.api.nvim_get_current_buf()
  local id
  await('the client', function()
    id = next(vim.lsp.buf_get_clients(buffer))
    return id
  end)
  local client = vim.lsp.get_client_by_id(id)
  await('initialize', function() return client.initialized end)

  -- The diagnostic.
  await('the diagnostic', function() return #findings(buffer) == 1 end)
  local finding = findings(buffer)[1]
  expect(finding.lnum == 2, 'the diagnostic stands on line ' .. finding.lnum + 1)
  expect(finding.severity == vim.diagnostic.severity.ERROR, 'the diagnostic is no error')
  say('diagnostic:', finding.message)

  -- The hover.
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  local hover = ask(buffer, id, 'textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))
  expect(hover and hover.contents.value:find(rule, 1, true), 'the hover does not explain the finding')
  expect(hover.contents.value:find('maturity level', 1, true), 'the hover does not explain the level')
  say('hover:', vim.split(hover.contents.value, '\n')[1])

  -- The completion, accepted into the last row of the matrix.
  local last = vim.api.nvim_buf_line_count(buffer)
  vim.api.nvim_buf_set_lines(buffer, last - 1, last, false, { '| FR' })
  vim.api.nvim_win_set_cursor(0, { last, 3 })
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.position.character = 4
  local completion
  await('the completion', function()
    completion = ask(buffer, id, 'textDocument/completion', params)
    return completion and #completion.items > 0
  end)
  local labels = vim.tbl_map(function(item) return item.label end, completion.items)
  expect(vim.deep_equal(labels, { 'FR-002', 'FR-002 (row)' }), 'completion offers ' .. vim.inspect(labels))
  vim.lsp.util.apply_text_edits({ completion.items[1].textEdit }, buffer, client.offset_encoding)
  expect(vim.api.nvim_buf_get_lines(buffer, last - 1, last, false)[1] == '| FR-002', 'the completion was not inserted')
  say('completion:', labels[1], completion.items[1].detail)

  -- The quick fix, as a user applies it.
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    choose(items[1], 1)
  end
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  vim.lsp.buf.code_action()
  await('the quick fix', function()
    return vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1] == '- **Maturity Level**: 2 - Development'
  end)
  await('the diagnostic to go', function() return #findings(buffer) == 0 end)
  say('quick fix:', table.concat(offered or {}, ' | '))

  vim.cmd('silent write')
  expect(vim.fn.readfile(plan)[3] == '- **Maturity Level**: 2 - Development', 'the file was not saved')
  client.stop()
  await('the server to end', function() return client.is_stopped() end)
end

local passed, message = pcall(session)
say(passed and 'PASSED' or 'FAILED: ' .. tostring(message))
vim.cmd(passed and 'qall!' or 'cquit!')
