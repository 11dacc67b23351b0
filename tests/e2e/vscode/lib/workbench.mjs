// What a person does in VS Code again and again.
export class Workbench {
  constructor(page) {
    this.page = page;
    this.input = page.locator('.quick-input-widget:visible input').first();
  }

  /** A line of the editor that shows a text. */
  line(text) {
    return this.page.locator('.editor-instance .view-line', { hasText: text.replaceAll(' ', '\u00a0') }).or(this.page.locator('.editor-instance .view-line', { hasText: text })).first();
  }

  /** A line of the tree in the side bar that shows all the texts. */
  row(...texts) {
    return texts.reduce((rows, text) => rows.filter({ hasText: text }), this.page.locator('.pane-body .monaco-list-row'));
  }

  /** Runs a command by the palette. Without waiting for the palette to close when the command asks something. */
  async run(command, closes = true) {
    await this.ask('F1', `>${command}`);
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ has: this.page.locator('.label-name', { hasText: command }) }).first().click();
    if (closes) {
      await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    }
  }

  /** The commands that the palette offers for a text. */
  async offered(text) {
    await this.ask('F1', `>${text}`);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const names = await this.page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
    await this.calm();
    return names;
  }

  /** Opens a file, named by the end of its path. */
  async open(file) {
    const slash = file.lastIndexOf('/');
    const [folder, name] = [file.slice(0, Math.max(0, slash)), file.slice(slash + 1)];
    await this.press('Control+P', this.input);
    await this.input.fill(file);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).filter({ hasText: folder }).first().click();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
  }

  /** Opens a quick input by a key and types into it, again when it closes because the focus moves. */
  async ask(key, text) {
    for (let tries = 0; ; tries++) {
      await this.press(key, this.input);
      try {
        await this.input.fill(text, { timeout: 5_000 });
        return;
      } catch (error) {
        if (tries === 2) {
          throw error;
        }
      }
    }
  }

  /** Presses a key until something shows: a key is lost while the focus moves. */
  async press(key, shows) {
    for (let tries = 0; tries < 3; tries++) {
      await this.page.keyboard.press(key);
      if (await shows.waitFor({ timeout: 10_000 }).then(() => true, () => false)) {
        return;
      }
    }

    throw new Error(`${key} showed nothing`);
  }

  /** Types into a field until something shows: a view that is still being opened forgets what was typed. */
  async type(field, text, shows) {
    for (let tries = 0; tries < 3; tries++) {
      await field.fill(text);
      if (await shows.waitFor({ timeout: 10_000 }).then(() => true, () => false)) {
        return;
      }

      await field.fill('');
    }

    throw new Error(`"${text}" showed nothing`);
  }

  /** Puts the cursor somewhere; lines and columns count from 1. */
  async goTo(line, column = 1) {
    await this.press('Control+G', this.input);
    await this.input.fill(`:${line}:${column}`);
    await this.accept();
  }

  /** Accepts what a quick input holds. The key goes to the input alone: in the document it would write a line. */
  async accept() {
    for (let tries = 0; tries < 3; tries++) {
      await this.input.press('Enter', { timeout: 5_000 }).catch(() => undefined);
      if (await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: 5_000 }).then(() => true, () => false)) {
        return;
      }
    }

    throw new Error('the quick input stays');
  }

  /** Changes the colours. */
  async theme(name) {
    await this.run('Preferences: Color Theme', false);
    await this.input.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The content of the webview that holds a text or a label. */
  async webview(text) {
    for (let tries = 0; tries < 150; tries++) {
      for (const frame of this.page.frames()) {
        const holds = await frame.evaluate((wanted) => document.body?.innerText.includes(wanted) || document.querySelector(`[aria-label="${wanted}"]`) !== null, text).catch(() => false);
        if (holds && frame.parentFrame() !== null) {
          return frame;
        }
      }

      await this.page.waitForTimeout(200);
    }

    throw new Error(`no webview shows ${text}`);
  }

  /** Closes whatever popped up. */
  async calm() {
    for (let times = 0; times < 3; times++) {
      await this.page.keyboard.press('Escape');
    }
  }
}
