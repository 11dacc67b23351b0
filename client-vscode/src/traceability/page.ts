/** Where the page finds its files and what it may load. */
export interface PageAssets {
  script: string;
  style: string;
  /** The source that the content security policy lets scripts and styles come from. */
  source: string;
  nonce: string;
}

/** The page of the traceability view: an empty frame that its script fills. It may load its own script and style and nothing else. */
export function page({ script, style, source, nonce }: PageAssets): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${source}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Traceability</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<main id="main"><p role="status">Reading the documents...</p></main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
