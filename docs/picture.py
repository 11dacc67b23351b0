#!/usr/bin/env python3
"""Makes the picture of the README from the coloured output of the executable, cut at a width in characters:

    framework-lsp lint samples/broken/parcel-tracker --select FW016,FW511,FW610 --color always --quiet | docs/picture.py 132 21 > docs/lint.svg
"""

import html
import re
import sys

BACKGROUND, TEXT, FAINT, RED, YELLOW, BLUE, GREEN, CYAN = "#1a1b26", "#c0caf5", "#787c99", "#f7768e", "#e0af68", "#7aa2f7", "#9ece6a", "#7dcfff"
COLOURS = {"2": FAINT, "31": RED, "32": GREEN, "33": YELLOW, "34": BLUE, "36": CYAN, "39": TEXT, "90": FAINT, "91": RED, "92": GREEN, "93": YELLOW, "94": BLUE, "96": CYAN}
CHARACTER, LINE, MARGIN = 7.8, 18, 16


def pieces(line):
    """The texts of a line with their columns and styles, from the escape sequences in it."""
    colour, bold, column = TEXT, False, 0
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b"):
            for code in part[2:-1].split(";"):
                if code in ("", "0"):
                    colour, bold = TEXT, False
                elif code in ("1", "22"):
                    bold = code == "1"
                else:
                    colour = COLOURS.get(code, colour)
        elif part:
            yield column, part, colour, bold
            column += len(part)


def picture(lines, width):
    """The picture of the lines."""
    total_width, total_height = 2 * MARGIN + width * CHARACTER, 40 + LINE * len(lines)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total_width:.0f} {total_height}" role="img" aria-label="framework-lsp lint prints findings">'
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>'
        f'<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="13">'
    )
    for number, line in enumerate(lines):
        for column, text, colour, bold in pieces(line):
            if column < width:
                shown = text if column + len(text) <= width else text[: width - column - 1] + "…"
                weight = ' font-weight="bold"' if bold else ""
                yield f'<text x="{MARGIN + column * CHARACTER:.1f}" y="{28 + LINE * number}" fill="{colour}"{weight} xml:space="preserve">{html.escape(shown)}</text>'
    yield "</g></svg>"


if __name__ == "__main__":
    print("\n".join(picture(sys.stdin.read().rstrip("\n").split("\n")[: int(sys.argv[2])], int(sys.argv[1]))))
