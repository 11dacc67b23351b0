import * as vscode from 'vscode';

/**
 * The trace as a channel without a level of its own: the client library traces only while the level of a log channel is "Trace", but it is
 * the setting that should decide.
 */
export class TraceChannel implements vscode.LogOutputChannel {
  private readonly levelChanged = new vscode.EventEmitter<vscode.LogLevel>();
  private channel: vscode.OutputChannel | undefined;

  readonly name = 'Framework LSP Trace';
  readonly onDidChangeLogLevel = this.levelChanged.event;

  get logLevel(): vscode.LogLevel {
    return this.isOn ? vscode.LogLevel.Trace : vscode.LogLevel.Off;
  }

  /** Says that the setting changed. */
  refresh(): void {
    this.levelChanged.fire(this.logLevel);
  }

  trace = (message: string): void => this.appendLine(message);
  debug = (message: string): void => this.appendLine(message);
  info = (message: string): void => this.appendLine(message);
  warn = (message: string): void => this.appendLine(message);
  error = (error: string | Error): void => this.appendLine(String(error));

  append(value: string): void {
    this.open().append(value);
  }

  appendLine(value: string): void {
    this.open().appendLine(`${new Date().toISOString().slice(11, 23)} ${value}`);
  }

  replace(value: string): void {
    this.open().replace(value);
  }

  clear(): void {
    this.channel?.clear();
  }

  show(columnOrPreserveFocus?: vscode.ViewColumn | boolean, preserveFocus?: boolean): void {
    this.open().show(typeof columnOrPreserveFocus === 'boolean' ? columnOrPreserveFocus : preserveFocus);
  }

  hide(): void {
    this.channel?.hide();
  }

  dispose(): void {
    this.channel?.dispose();
    this.levelChanged.dispose();
  }

  private get isOn(): boolean {
    return vscode.workspace.getConfiguration('frameworkLsp').get<string>('trace.server', 'off') !== 'off';
  }

  // Made when something is written, so that the list of channels stays short.
  private open(): vscode.OutputChannel {
    this.channel ??= vscode.window.createOutputChannel(this.name);
    return this.channel;
  }
}
