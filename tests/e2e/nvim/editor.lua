-- What the sessions share: saying, waiting, asking, starting. Written for Neovim 0.7.
local editor = { project = vim.env.E2E_PROJECT }

function editor.say(...) io.stdout:write(table.concat({ ... }, ' '), '\n') end

function editor.await(what, done)
  if not vim.wait(30000, done, 20) then error('waited in vain for ' .. what, 0) end
end

function editor.expect(condition, what)
  if not condition then error(what, 0) end
end

-- The answer of the server to a request about a buffer.
function editor.ask(buffer, client, method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000)
  editor.expect(answers and answers[client.id], method .. ' was not answered')
  editor.expect(not answers[client.id].err, method .. ': ' .. vim.inspect(answers[client.id].err))
  return answers[client.id].result
end

-- Opens a file of the project in a buffer, to which the README's configuration attaches the server; gives both.
function editor.open(file)
  vim.o.swapfile = false
  vim.o.hidden = true
  if not editor.configured then
    editor.configured = true
    vim.cmd('source ' .. vim.fn.fnameescape(vim.env.HOME .. '/readme.lua'))
  end
  vim.cmd('edit ' .. vim.fn.fnameescape(editor.project .. '/' .. file))
  if vim.bo.filetype ~= 'markdown' then vim.bo.filetype = 'markdown' end
  local buffer = vim.api.nvim_get_current_buf()
  local id
  editor.await('the client', function()
    id = next(vim.lsp.buf_get_clients(buffer))
    return id
  end)
  local client = vim.lsp.get_client_by_id(id)
  editor.await('initialize', function() return client.initialized end)
  return buffer, client
end

-- Answers every menu with its first entry; gives what the last one offered.
function editor.choose_first()
  local menu = {}
  vim.ui.select = function(items, options, choose)
    menu.offered = vim.tbl_map(options.format_item, items)
    choose(items[1], 1)
  end
  return menu
end

function editor.stop(client)
  client.stop()
  editor.await('the server to end', function() return client.is_stopped() end)
end

-- Runs a session and leaves Neovim with its status.
function editor.run(name, session)
  local passed, message = pcall(session)
  editor.say(name, passed and 'PASSED' or 'FAILED: ' .. tostring(message))
  vim.cmd(passed and 'qall!' or 'cquit!')
end

return editor
