using FrameworkLsp.Server.Lsp;

return await LanguageServerHost.RunAsync(new ServeOptions(), CancellationToken.None);
